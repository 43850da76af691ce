/** What goes with clips (docs/decisions/0084). */
export {EditList} from './edit-list';
export {Subtitles} from './subtitles';
