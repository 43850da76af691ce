/** Rules of a password that a browser can check, by the API's names and in its order; `common` is checked there alone. */
export const RULES = [
  'length',
  'too-long',
  'upper',
  'lower',
  'digit',
  'symbol',
  'whitespace',
  'personal',
] as const;

export type Rule = (typeof RULES)[number];

const BROKEN: Record<Rule, (password: string, email: string) => boolean> = {
  length: (password) => [...password].length < 12,
  'too-long': (password) => password.length > 256,
  upper: (password) => !/[A-Z]/.test(password),
  lower: (password) => !/[a-z]/.test(password),
  digit: (password) => !/[0-9]/.test(password),
  // Cognito's own set; other letters and signs are welcome and count for nothing.
  symbol: (password) => !/[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/.test(password),
  whitespace: (password) => /[\p{Z}\p{Cc}]/u.test(password),
  personal: (password, email) => {
    const lower = password.toLowerCase();
    const address = email.trim().toLowerCase();
    const local = address.slice(0, address.lastIndexOf('@'));
    return (address.includes('@') && lower.includes(address)) || (local.length >= 4 && lower.includes(local));
  },
};

/** The rules that a password breaks, all of them. */
export const violations = (password: string, email: string): Rule[] =>
  RULES.filter((rule) => BROKEN[rule](password, email));
