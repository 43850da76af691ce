import {act, cleanup, renderHook} from '@testing-library/preact';
import {afterEach, expect, it} from 'vitest';
import {Problem} from '../api/problem';
import {useLoad} from './load';

afterEach(cleanup);

function asking() {
  const answers: {keep: (word: string) => void; fail: (cause: unknown) => void}[] = [];
  const load = () => new Promise<string>((keep, fail) => answers.push({keep, fail}));
  return {answers, hook: renderHook(({key}) => useLoad(load, [key]), {initialProps: {key: 'a'}})};
}

it('drops an answer that another question has overtaken', async () => {
  const {answers, hook} = asking();
  hook.rerender({key: 'b'});
  await act(async () => answers[1]?.keep('second'));
  await act(async () => answers[0]?.keep('first'));
  expect(hook.result.current[0]).toEqual({state: 'ready', data: 'second'});
});

it('drops a failure that comes too late, and keeps the data of before while it asks again', async () => {
  const {answers, hook} = asking();
  await act(async () => answers[0]?.keep('first'));
  hook.rerender({key: 'b'});
  expect(hook.result.current[0]).toEqual({state: 'loading', data: 'first'});
  hook.rerender({key: 'c'});
  await act(async () => answers[1]?.fail(new Problem('unavailable', 503)));
  expect(hook.result.current[0].state).toBe('loading');
  await act(async () => answers[2]?.fail(new Problem('not-found', 404)));
  expect(hook.result.current[0]).toMatchObject({
    state: 'failed',
    data: 'first',
    problem: {code: 'not-found'},
  });
  await act(async () => hook.result.current[1]());
  await act(async () => answers[3]?.keep('again'));
  expect(hook.result.current[0]).toEqual({state: 'ready', data: 'again'});
});
