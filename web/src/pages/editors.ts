export {Editor} from './editor';
export {EditorVideo} from './editor-video';
