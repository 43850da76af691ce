import type {Rate} from './frames';

/** The rates that masters come in. */
export const RATES: Rate[] = [
  {num: 24000, den: 1001},
  {num: 24, den: 1},
  {num: 25, den: 1},
  {num: 30000, den: 1001},
  {num: 30, den: 1},
  {num: 50, den: 1},
  {num: 60000, den: 1001},
  {num: 60, den: 1},
  {num: 120, den: 1},
];
