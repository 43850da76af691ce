import {expect, test} from 'vitest';
import vectors from '../../../vectors/passwords.json';
import {violations} from './password-rules';

test.each(vectors.passwords)('$password breaks $breaks', ({password, breaks}) => {
  expect(violations(password, vectors.email)).toEqual(breaks.filter((rule) => rule !== 'common'));
});

test('without an address nothing is personal', () => {
  expect(violations('Correct-Horse-77!', '')).toEqual([]);
  expect(violations('Correct-Horse-77!', 'hors')).toEqual([]);
});
