import assert from 'node:assert/strict';
import { test } from 'node:test';
import { History } from '../src/canvas/session/History';
import { merge } from '../src/canvas/text/merge';
import { SourceOffsets } from '../src/canvas/text/SourceOffsets';
import { apply, applyAll, changeBetween, inverse } from '../src/canvas/text/TextChange';
import { random } from './random';

test('a change between two texts makes one the other, and its inverse the one again', () => {
  const { seed, next, text } = random();
  for (let round = 0; round < 2000; round++) {
    const [before, after] = [text(12), text(12)];
    const change = changeBetween(before, after);
    assert.equal(change === null, before === after, `seed ${seed}`);
    if (!change) continue;
    assert.equal(apply(before, change), after, `seed ${seed}`);
    assert.equal(apply(after, inverse(change)), before, `seed ${seed}`);
  }
  assert.ok(next() >= 0);
});

test('edits that do not overlap are applied at the places of the first text', () => {
  const edits = [
    { start: 0, end: 1, text: 'xy' },
    { start: 2, end: 2, text: '-' },
    { start: 3, end: 4, text: '' },
  ];
  assert.equal(applyAll('abcd', edits), 'xyb-c');
});

test('offsets go to bytes and back', () => {
  const source = 'aé漢👩‍🚀 -> B: ü\n';
  const offsets = new SourceOffsets(source);
  for (let unit = 0; unit <= source.length; unit++) {
    const isInside = unit > 0 && (source.charCodeAt(unit) & 0xfc00) === 0xdc00;
    if (isInside) continue;
    assert.equal(offsets.toBytes(unit), Buffer.byteLength(source.slice(0, unit)));
    assert.equal(offsets.toUnits(offsets.toBytes(unit)), unit);
  }
  assert.equal(new SourceOffsets('plain').toBytes(3), 3);
});

test('typing in one go is one step, a pause or a line break ends it', () => {
  const history = new History();
  let source = '';
  const type = (letter: string, now: number) => {
    history.record({ text: { start: source.length, removed: '', inserted: letter }, layout: null }, true, now);
    source += letter;
  };
  [...'abc'].forEach((letter, index) => type(letter, index * 100));
  type('\n', 400);
  type('d', 500);
  type('e', 5000);
  const undo = () => {
    const step = history.undo();
    if (step?.text) source = apply(source, step.text);
    return source;
  };
  assert.deepEqual([undo(), undo(), undo(), undo()], ['abc\nd', 'abc\n', 'abc', '']);
  assert.equal(history.canUndo, false);
});

test('whatever is done can be taken back, and done again', () => {
  const { seed, next, text } = random();
  for (let round = 0; round < 200; round++) {
    const history = new History();
    const texts = [text(10)];
    let source = texts[0] ?? '';
    for (let step = 0; step < 20; step++) {
      const after = text(10);
      const change = changeBetween(source, after);
      if (!change) continue;
      history.record({ text: change, layout: null }, next() < 0.5, step * 5000);
      source = after;
    }
    const end = source;
    while (history.canUndo) source = apply(source, history.undo()?.text ?? { start: 0, removed: '', inserted: '' });
    assert.equal(source, texts[0], `seed ${seed}`);
    while (history.canRedo) source = apply(source, history.redo()?.text ?? { start: 0, removed: '', inserted: '' });
    assert.equal(source, end, `seed ${seed}`);
  }
});

test('changes of different lines are merged', () => {
  assert.equal(merge('a\nb\nc\nd\n', 'A\nb\nc\nd\n', 'a\nb\nc\nD\n'), 'A\nb\nc\nD\n');
  assert.equal(merge('a\nb\nc\n', 'a\nb\nc\nmine\n', 'theirs\na\nb\nc\n'), 'theirs\na\nb\nc\nmine\n');
  assert.equal(merge('a\nb\nc\nd\ne\n', 'a\nc\nd\ne\n', 'a\nb\nc\nd\nE\n'), 'a\nc\nd\nE\n');
  assert.equal(merge('a\n', 'a\n', 'b\n'), 'b\n');
  assert.equal(merge('a\nb\n', 'x\nb\n', 'x\nb\n'), 'x\nb\n');
  assert.equal(merge('', 'mine\n', ''), 'mine\n');
});

test('changes of the same or neighbouring lines are not', () => {
  assert.equal(merge('a\nb\n', 'x\nb\n', 'y\nb\n'), null);
  assert.equal(merge('a\nb\n', 'a\nx\n', 'y\nb\n'), null);
  assert.equal(merge('', 'mine\n', 'theirs\n'), null);
});

test('a merge has every line that one side has added, and is the same whoever comes first', () => {
  const { seed, next } = random();
  for (let round = 0; round < 500; round++) {
    const base = Array.from({ length: 12 }, (_, index) => `line ${index}\n`);
    const bend = (name: string) => base.map((line, index) => (next() < 0.15 ? `${name} ${index}\n` : line)).join('');
    const [mine, theirs] = [bend('mine'), bend('theirs')];
    const merged = merge(base.join(''), mine, theirs);
    assert.equal(merged, merge(base.join(''), theirs, mine), `seed ${seed}`);
    if (merged === null) continue;
    for (const line of [...mine.split('\n'), ...theirs.split('\n')]) {
      if (/mine|theirs/.test(line)) assert.ok(merged.includes(`${line}\n`), `seed ${seed}: ${line}`);
    }
  }
});

test('a change of a long text is found wherever it is', () => {
  const { seed, next } = random();
  const long = Array.from({ length: 3000 }, (_, index) => `line ${index}\n`).join('');
  for (let round = 0; round < 300; round++) {
    const start = Math.floor(next() * long.length);
    const removed = next() < 0.5 ? 0 : Math.floor(next() * 9000);
    const after = long.slice(0, start) + (next() < 0.5 ? '' : 'x'.repeat(1 + Math.floor(next() * 5000))) + long.slice(start + removed);
    const change = changeBetween(long, after);
    assert.equal(change ? apply(long, change) : long, after, `seed ${seed}`);
    // No more than it must: what is the same on both sides is not in it.
    if (!change || change.removed === '' || change.inserted === '') continue;
    assert.ok(change.removed[0] !== change.inserted[0], `seed ${seed}`);
    assert.ok(change.removed.slice(-1) !== change.inserted.slice(-1), `seed ${seed}`);
  }
});
