import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifierKinds, commands as classCommands, relationshipKinds } from '../src/canvas/kinds/class/commands';
import { commands } from '../src/canvas/kinds/sequence/commands';
import { fragmentKinds, messageSorts, participantKinds, start, statementOf } from '../src/canvas/kinds/sequence/outline';
import { SequencePlaces } from '../src/canvas/kinds/sequence/SequencePlaces';
import { SequenceTools } from '../src/canvas/kinds/sequence/tools/SequenceTools';
import { followed } from '../src/canvas/engine/Succession';
import { deleteElements } from '../src/canvas/picture/elements';
import { Geometry, type Point } from '../src/canvas/picture/Geometry';
import type { PictureTools } from '../src/canvas/picture/tools/PictureTools';
import { PointerTracker, type Drag } from '../src/canvas/picture/tools/PointerTracker';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { drawingOf, geometryOf, loadEngine } from './engine';
import { partsOf } from './parts';
import { stillClock } from './clock';
import { diagramOf } from './diagrams';

const source = 'Alice -> Bob: one\nAlice -> Bob: two\nBob -> Carol: three\n';

/** A sequence diagram with a pointer over it; the screen is the picture. */
async function setUp(text = source) {
  const session = new DiagramSession(await loadEngine(), diagramOf(text), 'u', 'light');
  const edited: string[] = [];
  const errors: string[] = [];
  const drags: Array<Drag | null> = [];
  const pans: Point[] = [];
  const geometry = () => geometryOf(session.current().picture);
  const report = (error: string | null) => void (error && errors.push(error));
  const tools = new SequenceTools(
    partsOf(session, {
      onEdit: (id) => edited.push(id),
      report,
    }),
  );
  const view = {
    toPicture: (screen: Point) => screen,
    pan: (x: number, y: number) => pans.push({ x, y }),
    zoom: () => undefined,
    beyond: () => ({ x: 0, y: 0 }),
  };
  const tracker = new PointerTracker(view, tools, stillClock, (drag) => drags.push(drag));
  const places = () => new SequencePlaces(geometry(), session.current().outline);
  const lifeline = (id: string) => places().lifelines.find((one) => one.id === id)?.x ?? 0;
  const line = (id: string) => {
    const statement = statementOf(session.current().outline, id);
    return (statement && places().top(statement)) ?? 0;
  };
  const drag = (from: Point, to: Point) => {
    tracker.down({ id: 1, ...from }, 'tool');
    tracker.move({ id: 1, ...to });
    tracker.up({ id: 1, ...to });
  };
  return { session, tracker, drags, pans, edited, errors, lifeline, line, drag, places };
}

test('a drag from lifeline to lifeline is a message, and its field opens', async () => {
  const { session, drag, lifeline, line, edited, drags } = await setUp('Alice -> Bob: one\nBob -> Carol: two\n');
  const y = line('Alice/Bob') + 10;
  drag({ x: lifeline('Alice'), y }, { x: lifeline('Carol') - 4, y });
  assert.equal(session.current().source, 'Alice -> Bob: one\nAlice -> Carol: message\nBob -> Carol: two\n');
  assert.deepEqual(edited, ['Alice/Carol']);
  assert.equal(session.current().selected, 'Alice/Carol');
  assert.deepEqual(
    drags.map((one) => one && [one.name, one.preview.map((shape) => shape.className)]),
    [['message', ['target-line', 'message-preview']], null],
  );
});

test('a drag of a message moves it, and it stays selected by whatever it is called then', async () => {
  const { session, drag, lifeline, line } = await setUp();
  session.select('Alice/Bob#2');
  const x = (lifeline('Alice') + lifeline('Bob')) / 2;
  drag({ x, y: line('Alice/Bob#2') - 3 }, { x, y: line('Alice/Bob') - 30 });
  assert.equal(session.current().source, 'Alice -> Bob: two\nAlice -> Bob: one\nBob -> Carol: three\n');
  assert.equal(session.current().selected, 'Alice/Bob');
});

test('a click selects, a little tremble does not matter, and beside everything nothing is selected', async () => {
  const { session, tracker, drag, lifeline, line, edited } = await setUp();
  const at = { x: (lifeline('Alice') + lifeline('Bob')) / 2, y: line('Alice/Bob') - 3 };
  drag(at, { x: at.x + 3, y: at.y + 2 });
  assert.equal(session.current().selected, 'Alice/Bob');
  assert.equal(session.current().source, source);
  tracker.doubleClick(at);
  assert.deepEqual(edited, ['Alice/Bob']);
  drag({ x: 3, y: 3 }, { x: 3, y: 3 });
  assert.equal(session.current().selected, null);
});

test('a drag of a finger beside everything, and one of the middle button, moves the view', async () => {
  const { session, tracker, lifeline, line, pans } = await setUp();
  tracker.down({ id: 1, x: 3, y: 3, isFinger: true }, 'tool');
  tracker.move({ id: 1, x: 23, y: 13, isFinger: true });
  tracker.up({ id: 1, x: 23, y: 13, isFinger: true });
  assert.deepEqual(pans, [{ x: 20, y: 10 }]);
  const at = { x: lifeline('Alice'), y: line('Alice/Bob') + 6 };
  tracker.down({ id: 1, ...at }, 'view');
  tracker.move({ id: 1, x: at.x + 50, y: at.y });
  tracker.up({ id: 1, x: at.x + 50, y: at.y });
  assert.equal(pans.length, 2);
  assert.equal(session.current().source, source);
});

test('a change that comes in between ends a drag, and a press is looked at when it becomes something', async () => {
  const { session, tracker, lifeline, line, drags } = await setUp();
  const [x, y] = [lifeline('Alice'), line('Alice/Bob') + 6];
  tracker.down({ id: 1, x, y }, 'tool');
  tracker.move({ id: 1, x: x + 40, y });
  session.setSource(`Zed -> Alice: zero\n${source}`);
  tracker.pictureChanged();
  assert.equal(drags[drags.length - 1], null);
  tracker.up({ id: 1, x: x + 40, y });
  assert.equal(session.current().source, `Zed -> Alice: zero\n${source}`);
  // The message under the press moves up before the press is a click: what is under the pointer then is what counts.
  session.setSource(`Alice -> Bob: zero\n${source}`);
  const at = { x: (lifeline('Alice') + lifeline('Bob')) / 2, y: line('Alice/Bob#2') - 3 };
  tracker.down({ id: 1, ...at }, 'tool');
  session.setSource(source);
  tracker.pictureChanged();
  tracker.up({ id: 1, ...at });
  assert.equal(session.current().selected, 'Alice/Bob#2');
});

test('a drag of the mouse beside everything selects what lies within, and with Shift more', async () => {
  const { session, tracker, drags, lifeline, line } = await setUp();
  const marquee = (from: Point, to: Point, shift = false) => {
    const modifiers = { shift, alt: false, control: false };
    tracker.down({ id: 1, ...from, modifiers }, 'tool');
    tracker.move({ id: 1, ...to, modifiers });
    tracker.up({ id: 1, ...to, modifiers });
  };
  const beside = lifeline('Alice') - 30;
  marquee({ x: beside, y: line('Alice/Bob') + 2 }, { x: lifeline('Bob') + 20, y: line('Alice/Bob#2') + 8 });
  assert.deepEqual(session.current().selection, ['Alice/Bob#2']);
  assert.equal(session.current().selected, 'Alice/Bob#2');
  assert.equal(drags[0]?.preview[0]?.className, 'marquee');
  marquee({ x: beside, y: line('Alice/Bob#2') + 2 }, { x: lifeline('Carol') + 20, y: line('Bob/Carol') + 8 }, true);
  assert.deepEqual(session.current().selection, ['Alice/Bob#2', 'Bob/Carol']);
  assert.equal(session.current().selected, null);
  assert.equal(deleteElements(session, session.current().selection), null);
  assert.equal(session.current().source, 'Alice -> Bob: one\n');
  session.undo();
  assert.equal(session.current().source, source, 'it was one step');
});

const never = (): never => {
  throw new Error('nothing is edited');
};

test('a second finger takes hold of nothing', async () => {
  const { session, tracker, lifeline, line } = await setUp();
  const x = (lifeline('Alice') + lifeline('Bob')) / 2;
  tracker.down({ id: 1, x: 5, y: 5 }, 'tool');
  tracker.down({ id: 2, x, y: line('Alice/Bob#2') - 3 }, 'tool');
  tracker.up({ id: 2, x, y: line('Alice/Bob#2') - 3 });
  tracker.move({ id: 1, x, y: line('Alice/Bob') - 30 });
  tracker.up({ id: 1, x, y: line('Alice/Bob') - 30 });
  assert.equal(session.current().source, source);
});

test('two fingers zoom about what is between them, and nothing is edited', () => {
  const zooms: Array<[number, Point]> = [];
  const tools: PictureTools = { click: () => never(), doubleClick: () => never(), grasp: () => never() };
  const view = {
    toPicture: (screen: Point) => screen,
    pan: () => undefined,
    zoom: (factor: number, center: Point) => zooms.push([factor, center]),
    beyond: () => ({ x: 0, y: 0 }),
  };
  const tracker = new PointerTracker(view, tools, stillClock, () => undefined);
  tracker.down({ id: 1, x: 100, y: 100 }, 'tool');
  tracker.down({ id: 2, x: 200, y: 100 }, 'tool');
  tracker.move({ id: 2, x: 300, y: 100 });
  tracker.up({ id: 2, x: 300, y: 100 });
  tracker.up({ id: 1, x: 100, y: 100 });
  assert.deepEqual(zooms, [[2, { x: 200, y: 100 }]]);
});

test('what the engine refuses is told', async () => {
  const { session, drag, lifeline, places, errors } = await setUp('m()\nA.n()\n');
  const y = (places().lifelines[0]?.bottom ?? 0) - 3;
  drag({ x: lifeline(':caller'), y }, { x: lifeline('A'), y });
  assert.deepEqual(errors, ['badName']);
  assert.equal(session.current().source, 'm()\nA.n()\n');
});

test('commands have the fields that the engine knows, and it knows every choice', async () => {
  const engine = await loadEngine();
  const all = [
    commands.changeWords('A', 'x'),
    commands.remove('A'),
    commands.addParticipant('actor', 'Z', 3),
    commands.moveParticipant('A', 1),
    commands.changeKind('A', 'actor'),
    commands.insertFragment('alt', 'x', start),
    commands.insertDivider('Then', start),
    commands.insertReference('Other', ['A'], start),
    commands.attach('A/B', 'receiver', 'A'),
    commands.addOperand('alt', 'y'),
    commands.changeOperand('alt', 0, 'y'),
    commands.removeOperand('alt', 1),
    commands.changeComment('A/B', 'x'),
    commands.insertMessage('reply', 'A', 'B', 'x', start),
    commands.changeSort('A/B', 'reply'),
    commands.move('A/B', start),
    commands.wrap('A/B', 'A/B', 'opt', 'x'),
    commands.unwrap('A/B'),
    commands.changeOperator('alt', 'loop', 'x'),
  ];
  const fields = Object.fromEntries(all.map((one) => [one.command, Object.keys(one).slice(1).join(' ')]));
  assert.deepEqual(engine.vocabulary().commands, fields);
  const choices = [
    ...participantKinds.map((kind) => commands.addParticipant(kind, 'Z', 0)),
    ...participantKinds.map((kind) => commands.changeKind('A', kind)),
    ...messageSorts.map((sort) => commands.changeSort('A/B', sort)),
    ...fragmentKinds.map((kind) => commands.wrap('A/B', 'A/B', kind, '')),
  ];
  for (const command of choices) {
    const result = engine.edit('sequence', 'A -> B: x\n', command);
    assert.ok(!('error' in result) || result.error !== 'badCommand', JSON.stringify(command));
  }
});

test('commands for class diagrams have the fields that the engine knows', async () => {
  const engine = await loadEngine('classifiers');
  const all = [
    classCommands.changeWords('A', 'x'),
    classCommands.addClassifier('class', 'Z'),
    classCommands.addPackage('package', 'P'),
    classCommands.addNote('x', 'A'),
    classCommands.connect('association', 'A', 'B'),
    classCommands.changeRelationship('A/B', 'composition'),
    classCommands.reverse('A/B'),
    classCommands.attach('A/B', 'first', 'C'),
    classCommands.changeEnd('A/B', 'first', '1'),
    classCommands.insertFeature('A', 0, 'x'),
    classCommands.changeFeature('A', 0, 'x'),
    classCommands.moveFeature('A', 0, 1),
    classCommands.removeFeature('A', 0),
    classCommands.changeKind('A', 'interface'),
    classCommands.changeStereotypes('A', ['x']),
    classCommands.changeColor('A', 'red'),
    classCommands.move(['A'], ''),
    classCommands.wrap(['A'], 'package', 'P'),
    classCommands.unwrap('P'),
    classCommands.duplicate('A'),
    classCommands.remove('A'),
  ];
  const fields = Object.fromEntries(all.map((one) => [one.command, Object.keys(one).slice(1).join(' ')]));
  assert.deepEqual(engine.vocabulary().commands, fields);
  const choices = [
    ...classifierKinds.map((kind) => classCommands.changeKind('A', kind)),
    ...relationshipKinds.map((kind) => classCommands.connect(kind, 'A', 'B')),
  ];
  for (const command of choices) {
    const result = engine.edit('class', 'class A\nclass B\n', command);
    assert.ok(!('error' in result) || result.error !== 'badCommand', JSON.stringify(command));
  }
});

test('positions follow their elements', async () => {
  const withLayout = new DiagramSession(await loadEngine(), { ...diagramOf(source), layout: { Alice: { x: 1, y: 2 } } }, 'u', 'light');
  assert.equal(withLayout.edit(commands.changeWords('Alice', 'Ann')), null);
  assert.deepEqual(withLayout.current().layout, { Ann: { x: 1, y: 2 } });
  withLayout.undo();
  assert.deepEqual(withLayout.current().layout, { Alice: { x: 1, y: 2 } });
  withLayout.redo();
  assert.deepEqual(withLayout.current().layout, { Ann: { x: 1, y: 2 } });
  // Of whom is gone they stay: who was deleted may come back.
  assert.equal(withLayout.edit(commands.remove('Ann')), null);
  assert.deepEqual(withLayout.current().layout, { Ann: { x: 1, y: 2 } });
});

test('a position is of its element, whatever that is called, and goes when another takes its id', () => {
  const none: Readonly<Record<string, number>> = {};
  assert.equal(followed(none, [['constructor', 'toString']]), none);
  assert.deepEqual(followed({ constructor: 1 }, [['constructor', 'toString']]), { toString: 1 });
  assert.deepEqual(
    followed({ 'A/B': 1, C: 2 }, [
      ['A/B', null],
      ['A/B#2', 'A/B'],
    ]),
    { C: 2 },
  );
  const gone = { C: 2 };
  assert.equal(followed(gone, [['C', null]]), gone);
});

test('a drag goes by what is in the page when it ends', async () => {
  const session = new DiagramSession(await loadEngine(), diagramOf(source), 'u', 'light');
  const all = geometryOf(session.current().picture);
  let shown = new Geometry(() => all.parts.filter(({ id }) => id !== 'Bob/Carol'));
  const parts = partsOf(session, { geometry: () => shown });
  const view = { toPicture: (screen: Point) => screen, pan: () => undefined, zoom: () => undefined, beyond: () => ({ x: 0, y: 0 }) };
  const tracker = new PointerTracker(view, new SequenceTools(parts), stillClock, () => undefined);
  const box = all.partsOf('Alice/Bob').find(({ part }) => part === 'message')?.box;
  const [x, y] = box ? [box.x + box.width / 2, box.y + box.height] : [0, 0];
  tracker.down({ id: 1, x, y }, 'tool');
  tracker.move({ id: 1, x, y: 10_000 });
  shown = all;
  tracker.up({ id: 1, x, y: 10_000 });
  assert.equal(session.current().source, 'Alice -> Bob: two\nBob -> Carol: three\nAlice -> Bob: one\n');
});

test('what is drawn is what was asked for, and drawn once more is the same', async () => {
  const engine = await loadEngine();
  const first = drawingOf(engine, source);
  assert.equal(first.successions, '[]');
  const next = engine.draw({ kind: 'sequence', source: `Alice -> Bob: zero\n${source}`, before: source, palette: 'light', layout: {} });
  assert.deepEqual(JSON.parse(next.successions), [
    ['Alice/Bob', 'Alice/Bob#2'],
    ['Alice/Bob#2', 'Alice/Bob#3'],
  ]);
  assert.deepEqual(drawingOf(engine, source), first);
  assert.deepEqual(engine.draw({ kind: 'sequence', source, before: source, palette: 'light', layout: {} }).successions, '[]');
});
