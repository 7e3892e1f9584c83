import './dom';
import assert from 'node:assert/strict';
import { AxiosError, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { test } from 'node:test';
import { http } from '../src/api/client';
import type { Diagram } from '../src/api/schema';
import type { SaveState } from '../src/canvas/saving/SaveState';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import type { Drawer, Drawing, DrawingRequest } from '../src/canvas/engine/Drawing';
import { commands } from '../src/canvas/engine/Command';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';
import { random as randomOf } from './random';
import { Timers } from './Timers';

const first: Diagram = diagramOf('A -> B: one\nA -> B: two\nA -> B: three\n');

let time: Timers | undefined;

/** No time goes by in a test: a session that an earlier one has left behind would save itself at the server of this one. */
function stopTime(): void {
  time?.restore();
  time = new Timers();
}

/** A server that keeps one diagram, and can be away or lose an answer. */
class FakeServer {
  diagram = { ...first };
  mood: 'well' | 'away' | 'loses answers' = 'well';
  requests = 0;
  running = 0;
  most = 0;

  readonly adapter = async (request: AxiosRequestConfig): Promise<AxiosResponse> => {
    this.requests++;
    this.most = Math.max(this.most, ++this.running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    this.running--;
    if (this.mood === 'away') throw new AxiosError('', 'ERR_NETWORK', request);
    const match = String(request.headers?.['If-Match']);
    if (match !== `"${this.diagram.revision}"`) {
      const data = { detail: '', error_type: 'precondition_failed', current: this.diagram };
      throw new AxiosError('', '', request, undefined, { status: 412, statusText: '', data, headers: {}, config: request });
    }
    this.diagram = { ...this.diagram, ...JSON.parse(String(request.data)), revision: this.diagram.revision + 1 };
    if (this.mood === 'loses answers') throw new AxiosError('', 'ERR_NETWORK', request);
    return { status: 200, statusText: '', data: this.diagram, headers: {}, config: request };
  };

  /** What somebody else does. */
  change(source: string): void {
    this.diagram = { ...this.diagram, source, revision: this.diagram.revision + 1 };
  }
}

/** Lets everything run that waits for nothing but its turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function open(): Promise<{ server: FakeServer; session: DiagramSession; states: SaveState[] }> {
  stopTime();
  const server = new FakeServer();
  http.defaults.adapter = server.adapter;
  const session = new DiagramSession(await loadEngine(), { ...first }, 'u', 'light', null, () => 0);
  const states: SaveState[] = [];
  session.subscribe(() => states.push(session.current().save));
  return { server, session, states };
}

const text = (session: DiagramSession) => session.current().source;

test('a change is drawn at once, saved, and taken back', async () => {
  const { server, session } = await open();
  session.type(first.source.replace('one', 'ONE'));
  assert.ok(session.current().picture.includes('ONE'));
  assert.equal(session.current().save.name, 'unsaved');
  await session.save();
  assert.equal(session.current().save.name, 'saved');
  assert.equal(server.diagram.source, text(session));
  session.undo();
  assert.equal(text(session), first.source);
  await session.save();
  assert.equal(server.diagram.source, first.source);
  assert.equal(server.diagram.revision, 3);
});

test('what is saved at the same time is saved one after the other', async () => {
  const { server, session } = await open();
  session.type(`${first.source}A -> B: x\n`);
  const saves = [session.save(), session.save()];
  session.type(`${first.source}A -> B: y\n`);
  saves.push(session.save());
  await Promise.all(saves);
  assert.equal(server.most, 1);
  assert.equal(server.diagram.source, text(session));
  assert.equal(session.current().save.name, 'saved');
});

test('changes from elsewhere are merged, and both are saved', async () => {
  const { server, session } = await open();
  server.change(first.source.replace('three', 'THREE'));
  session.type(first.source.replace('one', 'ONE'));
  await session.save();
  await session.save();
  const both = first.source.replace('one', 'ONE').replace('three', 'THREE');
  assert.equal(text(session), both);
  assert.equal(server.diagram.source, both);
});

test('of changes of the same line one is chosen, and nothing is written before', async () => {
  for (const keep of ['mine', 'theirs'] as const) {
    const { server, session } = await open();
    const [mine, theirs] = [first.source.replace('two', 'mine'), first.source.replace('two', 'theirs')];
    server.change(theirs);
    session.type(mine);
    await session.save();
    assert.equal(session.current().conflict?.source, theirs);
    await session.save();
    session.type(`${mine}A -> B: more\n`);
    await session.save();
    assert.equal(server.diagram.source, theirs);
    session.keep(keep);
    await session.save();
    const kept = keep === 'mine' ? `${mine}A -> B: more\n` : theirs;
    assert.equal(text(session), kept);
    assert.equal(server.diagram.source, kept);
    assert.equal(session.current().save.name, 'saved');
  }
});

test('a lost answer is no conflict', async () => {
  const { server, session } = await open();
  server.mood = 'loses answers';
  session.type(first.source.replace('two', '2'));
  await session.save();
  assert.equal(session.current().save.name, 'unsaved');
  server.mood = 'well';
  await session.save();
  assert.equal(session.current().conflict, null);
  assert.equal(session.current().save.name, 'saved');
  assert.equal(server.diagram.revision, 2);
  session.close();
});

test('while the server is away nothing is lost, and the reason is said', async () => {
  const { server, session } = await open();
  server.mood = 'away';
  session.type(`${first.source}A -> B: offline\n`);
  await session.save();
  assert.deepEqual(session.current().save, { name: 'unsaved', reason: 'the server can’t be reached' });
  server.mood = 'well';
  await session.save();
  assert.equal(server.diagram.source, `${first.source}A -> B: offline\n`);
  session.close();
});

test('an edit that the engine refuses changes nothing', async () => {
  const { session } = await open();
  const error = session.edit(commands.changeWords('A', 'B'));
  assert.equal(error, 'nameInUse');
  assert.equal(text(session), first.source);
  assert.equal(session.current().canUndo, false);
  session.close();
});

test('edits of texts in other scripts hit the right place', async () => {
  const { session } = await open();
  session.setSource('// é 漢 👩‍🚀\n用户 -> B: größe\n');
  assert.equal(session.edit(commands.changeWords('B', 'Ü')), null);
  assert.equal(text(session), '// é 漢 👩‍🚀\n用户 -> Ü: größe\n');
  const range = session.rangeOf('用户/Ü');
  assert.equal(text(session).slice(range?.start, range?.end), '用户 -> Ü: größe');
  session.close();
});

test('sources with line breaks of Windows are edited at the right place', async () => {
  const { server, session } = await open();
  session.setSource('A -> B: one\r\nA -> B: two\r\n');
  assert.equal(text(session), 'A -> B: one\nA -> B: two\n');
  session.insert({ start: 11, end: 11 }, '!');
  assert.equal(text(session), 'A -> B: one!\nA -> B: two\n');
  await session.save();
  assert.equal(server.diagram.source, text(session));
});

test('what was typed on after a lost answer is no conflict', async () => {
  const { server, session } = await open();
  server.mood = 'loses answers';
  session.type(first.source.replace('two', 'tw'));
  await session.save();
  session.type(first.source.replace('two', 'twenty'));
  server.mood = 'well';
  await session.save();
  await session.save();
  assert.equal(session.current().conflict, null);
  assert.equal(server.diagram.source, first.source.replace('two', 'twenty'));
  session.close();
});

test('what the server refuses is not sent again and again', async () => {
  const timers = new Timers();
  const { server, session } = await open();
  let count = 0;
  http.defaults.adapter = async (request: AxiosRequestConfig) => {
    count++;
    throw new AxiosError('', '', request, undefined, { status: 404, statusText: '', data: {}, headers: {}, config: request });
  };
  try {
    session.type(`${first.source}A -> B: gone\n`);
    await session.save();
    timers.elapse();
    await settled();
    assert.equal(count, 1);
  } finally {
    timers.restore();
  }
  http.defaults.adapter = server.adapter;
  await session.save();
  assert.equal(server.diagram.source, text(session));
});

test('a merge takes positions along, and leaves the caret where it was', async () => {
  const { server, session } = await open();
  session.selectAt({ start: first.source.length - 1, end: first.source.length - 1 });
  server.diagram = { ...server.diagram, source: `A -> B: zero\n${first.source}`, layout: { A: { x: 1, y: 2 } }, revision: 2 };
  session.type(`${first.source}A -> B: four\n`);
  const caret = first.source.length + 5;
  session.selectAt({ start: caret, end: caret + 3 });
  await session.save();
  assert.deepEqual(session.current().layout, { A: { x: 1, y: 2 } });
  assert.equal(session.current().caret?.start, 'A -> B: zero\n'.length + caret);
  assert.equal(session.current().caret?.end, 'A -> B: zero\n'.length + caret + 3);
  await session.save();
  assert.deepEqual(server.diagram.layout, { A: { x: 1, y: 2 } });
  session.undo();
  assert.deepEqual(session.current().layout, {});
  session.close();
});

test('an open field and the selection stay with their message when a merge puts another above', async () => {
  const { server, session } = await open();
  session.select('A/B#2');
  session.openField('A/B#2');
  server.change(`A -> B: zero\n${first.source}`);
  session.rename('D2');
  await session.save();
  assert.equal(session.current().selected, 'A/B#3');
  assert.deepEqual(session.current().editing, { id: 'A/B#3', number: 0, isNew: false, words: 'two', count: 1 });
  // Nothing was typed: nothing is written.
  assert.equal(session.closeField('two'), null);
  assert.equal(text(session), `A -> B: zero\n${first.source}`);
  session.openField('A/B#3');
  assert.equal(session.closeField('deux'), null);
  assert.equal(text(session), `A -> B: zero\n${first.source}`.replace('two', 'deux'));
  session.close();
});

test('a field whose message was changed elsewhere is closed, and nothing is written', async () => {
  const { server, session } = await open();
  session.openField('A/B#2');
  server.change(first.source.replace('two', 'zwei'));
  session.rename('D2');
  await session.save();
  assert.equal(session.current().editing, null);
  assert.equal(session.closeField('two'), null);
  assert.equal(text(session), first.source.replace('two', 'zwei'));
  session.close();
});

test('a name is given without the blanks around it', async () => {
  const { session } = await open();
  session.openField('B');
  assert.equal(session.closeField(' Bob '), null);
  assert.equal(text(session), first.source.replaceAll('B', 'Bob'));
  session.close();
});

test('positions that come with a step are those of its text', async () => {
  const engine = await loadEngine();
  const layout = { 'A/B': { x: 1, y: 1 }, 'A/B#2': { x: 2, y: 2 } };
  const session = new DiagramSession(engine, { ...first, source: 'A -> B: one\nA -> B: two\n', layout }, 'u', 'light');
  session.type('A -> B: zero\nA -> B: one\nA -> B: two\n');
  assert.deepEqual(session.current().layout, { 'A/B#2': { x: 1, y: 1 }, 'A/B#3': { x: 2, y: 2 } });
  session.undo();
  assert.deepEqual(session.current().layout, layout);
  session.redo();
  assert.deepEqual(session.current().layout, { 'A/B#2': { x: 1, y: 1 }, 'A/B#3': { x: 2, y: 2 } });
  session.close();
});

test('a text that the parser has let go of a part of is typed on', async () => {
  const session = new DiagramSession(await loadEngine(), { ...first, source: 'A -> B: one\n' }, 'u', 'light');
  for (const source of ['A -> B: one\npar {\n', 'A -> B: one\npar {\n  {\n', 'A -> B: one\npar {\n  {\n    C -> D: two\n']) session.type(source);
  assert.equal(
    session.current().outline.elements.some((one) => one.id === 'C/D'),
    true,
  );
  session.close();
});

test('whatever is typed above, what is held stays what it is, or is let go', () => {
  const { next: random, seed } = randomOf();
  return loadEngine().then((engine) => {
    let kept = 0;
    for (let round = 0; round < 300; round++) {
      const lines = Array.from({ length: 6 }, (_, index) => `${'ABC'[index % 3]} -> D: m${index}`);
      const session = new DiagramSession(engine, { ...first, source: `${lines.join('\n')}\n` }, 'u', 'light');
      const held = Math.floor(random() * 6);
      const id = session.current().outline.elements.find((one) => one.words === `m${held}`)?.id ?? '';
      session.select(id);
      session.openField(id);
      const before = text(session);
      const start = Math.floor(random() * before.length);
      const end = Math.min(before.length, start + Math.floor(random() * 12));
      const inserted = ['X -> D: new\n', '\n', 'X -> D: new\nY -> D: newer\n', '', '// why\n'][Math.floor(random() * 5)] ?? '';
      session.setSource(before.slice(0, start) + inserted + before.slice(end));
      const { editing, outline } = session.current();
      if (!editing) continue;
      assert.equal(outline.element(editing.id)?.words, `m${held}`, `seed ${seed}`);
      kept++;
    }
    assert.ok(kept > 150, `${kept} of 300, seed ${seed}`);
  });
});

test('saving says whether the server has what is here', async () => {
  const { server, session } = await open();
  assert.equal(await session.save(), true);
  session.type(`${first.source}A -> B: four\n`);
  server.mood = 'away';
  assert.equal(await session.save(), false);
  server.mood = 'well';
  assert.equal(await session.save(), true);
  server.change(text(session).replace('one', 'uno'));
  session.type(text(session).replace('three', 'tre'));
  // The merged text is saved, too.
  assert.equal(await session.save(), true);
  assert.equal(server.diagram.source, text(session));
  server.change(text(session).replace('two', 'dos'));
  session.type(text(session).replace('two', 'zwei'));
  assert.equal(await session.save(), false);
  session.close();
});

test('a large diagram is drawn behind the keys: letters at once, the picture when they rest, old work dropped', async () => {
  const engine = await loadEngine();
  const timers = new Timers();
  const asked: Array<{ request: DrawingRequest; done: (drawing: Drawing) => void }> = [];
  const drawer: Drawer = { draw: (request, done) => asked.push({ request, done }), close: () => undefined };
  try {
    const lines = Array.from({ length: 1500 }, (_, index) => `Alice -> Bob: m${index}`);
    const session = new DiagramSession(engine, { ...first, source: `${lines.join('\n')}\n` }, 'u', 'light', drawer);
    const before = session.current();
    session.select('Alice/Bob#4');
    session.type(`Carol -> Bob: first\n${before.source}`);
    assert.equal(session.current().picture, before.picture);
    assert.ok(session.current().source.startsWith('Carol'));
    // What stands in the text is shown where it is now, though the outline is that of before.
    const range = session.rangeOf('Alice/Bob#4');
    assert.equal(range && session.current().source.slice(range.start, range.end), 'Alice -> Bob: m3');
    session.type(`Carol -> Bob: first of all\n${before.source}`);
    timers.elapse();
    assert.equal(asked.length, 1);
    session.type(`Carol -> Bob: first of them all\n${before.source}`);
    const early = asked[0];
    if (early) early.done(engine.draw(early.request));
    assert.equal(session.current().picture, before.picture, 'a picture of an earlier text is not shown');
    timers.elapse();
    assert.equal(asked.length, 2);
    const last = asked[1];
    if (last) last.done(engine.draw(last.request));
    assert.ok(session.current().picture.includes('first of them all'));
    // A gesture was made on what was drawn: by now another message may be called so.
    session.type(`Dave -> Bob: newest\n${session.current().source}`);
    assert.equal(session.edit(commands.remove('Alice/Bob#4')), 'changedMeanwhile');
    assert.ok(session.current().source.includes('m3'));
    session.type(session.current().source.replace('newest', 'latest'));
    assert.equal(session.edit(commands.changeWords('Dave/Bob', 'changed')), null);
    assert.ok(session.current().source.startsWith('Dave -> Bob: changed\nCarol'));
    // Other colours are wanted at once; a picture in those of before comes too late.
    session.type(`Eve -> Bob: last\n${session.current().source}`);
    timers.elapse();
    session.setPalette('dark');
    const dark = session.current().picture;
    const late = asked[2];
    assert.equal(late?.request.source, session.current().source);
    if (late) late.done(engine.draw(late.request));
    assert.equal(session.current().picture, dark);
    session.close();
  } finally {
    timers.restore();
  }
});
