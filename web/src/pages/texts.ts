/** Pages that are read. */
export {default as Accessibility} from './accessibility';
export {default as Missing} from './missing';
export {default as Privacy} from './privacy';
export {default as Terms} from './terms';
