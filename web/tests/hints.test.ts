import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HintSequence, type Situation } from '../src/canvas/picture/hints/HintSequence';

test('a newcomer is told one thing at a time, where it applies, and once', () => {
  let stored = '';
  const store = { load: () => stored, save: (value: string) => (stored = value) };
  const hints = new HintSequence(store);
  const next = (source: string, elements: number, connections: number, isEditing = false) => {
    const situation: Situation = { source, elements, connections, isEditing };
    return hints.next(situation);
  };
  assert.equal(next('', 0, 0), 'place');
  assert.equal(next('', 0, 0), 'place', 'until it is done');
  assert.equal(next('class A', 1, 0, true), null, 'nothing while a name is written');
  assert.equal(next('class A', 1, 0), 'edit');
  assert.equal(next('class A', 1, 0, true), null);
  assert.equal(next('class A1', 1, 0), null);
  assert.equal(next('class A1\nclass B', 2, 0), 'connect');
  assert.equal(next('class A1\nclass B\nclass C', 3, 0), 'connect');
  assert.equal(next('class A1\nclass B\nA1 --> B', 2, 1), 'text');
  assert.equal(next('class A1\nclass B\nA1 --> B : x', 2, 1), 'more');
  hints.dismiss('more');
  assert.equal(next('class A1\nclass B\nA1 --> B : x', 2, 1), null);
  assert.equal(stored, 'place edit connect text more');
  const later = new HintSequence(store);
  assert.equal(later.next({ source: '', elements: 0, connections: 0, isEditing: false }), null, 'at no later visit');
});
