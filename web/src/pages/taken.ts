/** Pages of what a person took. */
export {default as Clips} from './clips';
export {default as Downloads} from './downloads';
