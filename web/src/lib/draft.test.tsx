import {act, cleanup, renderHook} from '@testing-library/preact';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {forgetDraft, useDraft} from './draft';

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = () => renderHook(() => useDraft('form', {email: '', name: ''}));

test('what is typed is there after a reload, and what was not is as at first', () => {
  const first = open();
  act(() => first.result.current[1]({email: 'a@b.example'}));
  first.unmount();

  expect(open().result.current[0]).toEqual({email: 'a@b.example', name: ''});
});

test('what was only shown is no draft', () => {
  open().unmount();

  expect(sessionStorage).toHaveLength(0);
});

test('a forgotten draft is gone, and what is typed afterwards is kept again', () => {
  const first = open();
  act(() => first.result.current[1]({email: 'a@b.example'}));
  act(() => first.result.current[2]());
  expect(open().result.current[0].email).toBe('');

  act(() => first.result.current[1]({name: 'N'}));
  expect(open().result.current[0]).toEqual({email: 'a@b.example', name: 'N'});
  forgetDraft('form');
  expect(open().result.current[0].name).toBe('');
});

test.each(['{', '"text"', 'null', '[1]'])('%s in the storage is no draft, and the form opens', (kept) => {
  sessionStorage.setItem('clipdesk.draft.form', kept);

  expect(open().result.current[0]).toMatchObject({email: '', name: ''});
});

test('where storage is full or forbidden the form works', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const form = open();
  act(() => form.result.current[1]({email: 'a@b.example'}));

  expect(form.result.current[0].email).toBe('a@b.example');
});
