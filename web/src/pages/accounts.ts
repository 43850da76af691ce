/** Pages of an account. One visit goes through several of them: packed together they take a quarter less, and the next is there already. */
export {default as Account} from './account';
export {default as AccountData} from './account-data';
export {default as AccountEmail} from './account-email';
export {default as AccountEmailCode} from './account-email-code';
export {default as AccountLetters} from './account-letters';
export {default as AccountPassword} from './account-password';
export {default as AccountSessions} from './account-sessions';
export {default as Reset} from './reset';
export {default as ResetCode} from './reset-code';
export {default as ResetDone} from './reset-done';
export {default as ResetPassword} from './reset-password';
export {default as SignIn} from './sign-in';
export {default as SignUp} from './sign-up';
export {default as SignUpCode} from './sign-up-code';
export {default as SignUpDone} from './sign-up-done';
