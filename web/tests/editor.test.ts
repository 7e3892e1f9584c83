import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completions } from '../src/canvas/source/completion';
import { edgeOfLine, indentationAfter, indentLines } from '../src/canvas/source/indentation';
import { piecesOf } from '../src/canvas/source/pieces';
import { wordsOf as classWordsOf } from '../src/canvas/kinds/class/words';
import { wordsOf } from '../src/canvas/kinds/sequence/words';
import { loadEngine } from './engine';
import { random } from './random';

const vocabulary = (async () => (await loadEngine()).vocabulary())();

async function kinds(line: string): Promise<string[]> {
  return wordsOf(line, await vocabulary)
    .filter((word) => word.text.trim() !== '')
    .map((word) => `${word.kind} ${word.text.trim()}`);
}

test('words of class diagrams', () => {
  const keywords = ['class', 'as', 'title', 'note', 'of', 'right'];
  const marked = (line: string) =>
    classWordsOf(line, { keywords })
      .filter((word) => word.kind !== 'plain')
      .map((word) => `${word.kind}:${word.text.trim()}`);
  assert.deepEqual(marked('class Foo as Order <<root>> #FEF9C3 {'), ['keyword:class', 'keyword:as', 'annotation:<<root>>', 'color:#FEF9C3']);
  assert.deepEqual(marked('Foo *-- "1..*" Box : has'), ['arrow:*--', 'string:"1..*"', 'string:has']);
  for (const arrow of ['--', '-->', '<|--', '<|..', '*--', 'o--', '--o', '..>', '-left->', '-[#red]->', '.>', '->', '+--', '--|>', '<..']) {
    assert.deepEqual(marked(`Foo ${arrow} Box`), [`arrow:${arrow}`], arrow);
    assert.deepEqual(marked(`Foo${arrow.replace(/^o/, ' o').replace(/o$/, 'o ')}Box`), [`arrow:${arrow}`], arrow);
  }
  assert.deepEqual(marked("  ' a comment -- of it"), ["comment:' a comment -- of it"]);
  assert.deepEqual(marked("A -- B /' why '/"), ['arrow:--', "comment:/' why '/"]);
  assert.deepEqual(marked('  - id : UUID'), []);
  assert.deepEqual(marked('  #name : String'), []);
  assert.deepEqual(marked('  -- totals --'), ['divider:-- totals --']);
});

test('words of a line have their colours', async () => {
  assert.deepEqual(await kinds('if (x) { // why'), ['keyword if', 'plain (', 'plain x', 'plain ) {', 'comment // why']);
  assert.deepEqual(await kinds('@Actor "The A" #ff0000'), ['annotation @Actor', 'string "The A"', 'color #ff0000']);
  assert.deepEqual(await kinds('A -> B: return if'), ['plain A', 'arrow ->', 'plain B', 'plain :', 'string return', 'string if']);
  assert.deepEqual(await kinds('== later =='), ['divider == later ==']);
  assert.deepEqual(await kinds('title My if'), ['keyword title', 'string My', 'string if']);
});

test('words and pieces are the whole line, whatever it is', async () => {
  const { seed, next } = random();
  const parts = ['A', ' ', '->', ':', '"', '//', '@', '{', '漢', 'if', '#fff', '3.5', '==', '👩‍🚀', '\t'];
  for (let round = 0; round < 3000; round++) {
    const line = Array.from({ length: 8 }, () => parts[Math.floor(next() * parts.length)] ?? '').join('');
    const words = wordsOf(line, await vocabulary);
    assert.equal(words.map((word) => word.text).join(''), line, `seed ${seed}`);
    const start = Math.floor(next() * line.length);
    const pieces = piecesOf(words, [{ start, end: start + 1 + Math.floor(next() * 4), className: 'marked' }]);
    assert.equal(
      pieces
        .map((piece) => piece.text)
        .join('')
        .trimEnd(),
      line.trimEnd(),
      `seed ${seed}`,
    );
  }
});

test('marks cut words, and show at the end of a line', () => {
  assert.deepEqual(piecesOf([{ kind: 'plain', text: 'abcd' }], [{ start: 1, end: 3, className: 'm' }]), [
    { text: 'a', className: 'word-plain' },
    { text: 'bc', className: 'word-plain m' },
    { text: 'd', className: 'word-plain' },
  ]);
  assert.deepEqual(piecesOf([{ kind: 'plain', text: 'ab' }], [{ start: 2, end: 3, className: 'm' }]), [
    { text: 'ab', className: 'word-plain' },
    { text: ' ', className: 'word-plain m' },
  ]);
});

test('names come before words of the notation, and texts are left alone', async () => {
  const known = await vocabulary;
  const names = ['Catalog', 'Alice', 'The B'];
  const words = (source: string, isAsked = false) => completions(source, source.length, names, known, isAsked)?.words ?? [];
  assert.deepEqual(words('ca').slice(0, 2), ['Catalog', 'catch']);
  assert.deepEqual(words('Alice -> Ca'), ['Catalog']);
  assert.deepEqual(words('Alice -> Catalog: ca'), []);
  assert.deepEqual(words('// ca'), []);
  assert.deepEqual(words('"ca'), []);
  assert.deepEqual(words('@Ac'), ['@Actor']);
  assert.deepEqual(words(''), []);
  assert.ok(words('', true).includes('Alice'));
  // What the canvas itself writes.
  assert.deepEqual(words('partici'), ['participant']);
  assert.deepEqual(words('@Parti'), ['@Participant']);
});

test('a line begins as far in as the one before, and further after a brace', () => {
  assert.equal(indentationAfter('  A.m() {', 9), '    ');
  assert.equal(indentationAfter('  A.m()', 7), '  ');
  assert.equal(edgeOfLine('a {\n    ', 8), 6);
  assert.equal(edgeOfLine('a', 1), null);
  assert.deepEqual(indentLines('a\nb\n', { start: 0, end: 3 }, false), { source: '  a\n  b\n', range: { start: 0, end: 7 } });
  assert.deepEqual(indentLines('  a\n b\n', { start: 0, end: 6 }, true), { source: 'a\nb\n', range: { start: 0, end: 3 } });
});
