import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showPicture } from '../src/canvas/picture/showPicture';
import { loadEngine } from './engine';
import { random } from './random';

const statements = [
  'A -> B: x',
  'A -> B.m(1)',
  'if (x) {',
  'par {',
  '}',
  'C -> C: self',
  '== later ==',
  'B --> A: back',
  '@Actor C',
  '// a *note*',
  'new D()',
];

function fresh(picture: string): Element {
  const element = document.createElement('div');
  element.innerHTML = picture.replaceAll('>\n<', '><');
  return element;
}

test('after any edits what is shown is the picture', async () => {
  const engine = await loadEngine();
  const { seed, next } = random();
  const pick = <Item>(items: ReadonlyArray<Item>): Item => items[Math.floor(next() * items.length)] as Item;
  const shown = document.createElement('div');
  let lines: string[] = [];
  for (let round = 0; round < 200; round++) {
    const at = Math.floor(next() * (lines.length + 1));
    if (next() < 0.65) lines.splice(at, 0, pick(statements));
    else lines.splice(at, 1 + Math.floor(next() * 3));
    if (next() < 0.02) lines = [];
    const picture = engine.picture('sequence', lines.join('\n'), next() < 0.9 ? 'light' : 'dark', {});
    showPicture(shown, picture);
    assert.ok(shown.isEqualNode(fresh(picture)), `seed ${seed}, round ${round}`);
  }
});

test('what an edit leaves alone stays the same element', async () => {
  const engine = await loadEngine();
  const source = `A -> B: one\nA -> B: two\n${'A -> B: and on\n'.repeat(10)}`;
  const shown = document.createElement('div');
  showPicture(shown, engine.picture('sequence', source, 'light', {}));
  const before = [...shown.querySelectorAll('g[data-part="message"]')];
  showPicture(shown, engine.picture('sequence', source.replace('two', 'twos'), 'light', {}));
  const after = [...shown.querySelectorAll('g[data-part="message"]')];
  assert.equal(before.length, 12);
  assert.deepEqual(
    before.map((element, index) => element === after[index]),
    before.map((_, index) => index !== 1),
  );
  assert.ok(after[1]?.textContent?.includes('twos'));
  showPicture(shown, engine.picture('sequence', `${source.replace('two', 'twos')}A -> C: to somebody new\n`, 'light', {}));
  assert.ok(after.every((element) => shown.contains(element)));
});

test('what only moves stays the same element, with all that is in it', async () => {
  const engine = await loadEngine();
  const source = 'A -> B: one\nA -> B: two\nB --> A: three\n';
  const shown = document.createElement('div');
  const messages = () => [...shown.querySelectorAll('g[data-part="message"]')];
  showPicture(shown, engine.picture('sequence', source, 'light', {}));
  const before = messages();
  showPicture(shown, engine.picture('sequence', `title Above all\n${source}`, 'light', {}));
  assert.equal(before.length, 3);
  assert.deepEqual(messages(), before);
});

test('attributes and shapes that are gone go', () => {
  const shown = document.createElement('div');
  const others = '<g><rect/></g><g><path/></g><g><text>x</text></g>';
  const elements = ['<g id="a"><path/><rect/></g>', '<g id="a"><path/></g>', '<g><path/></g>', '<g id="b"><path/></g>', ''];
  for (const element of elements) {
    const picture = `<svg>${others}${element}</svg>`;
    showPicture(shown, picture);
    assert.ok(shown.isEqualNode(fresh(picture)), picture);
  }
});
