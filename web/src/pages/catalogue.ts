/** Pages on which a video is found. */
export {default as Home} from './home';
export {default as Videos} from './videos';
