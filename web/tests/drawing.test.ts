import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sequence } from '../src/canvas/kinds/sequence/sequence';
import { statementOf } from '../src/canvas/kinds/sequence/outline';
import { SequencePlaces } from '../src/canvas/kinds/sequence/SequencePlaces';
import type { Point } from '../src/canvas/picture/Geometry';
import type { PictureTools } from '../src/canvas/picture/tools/PictureTools';
import { PointerTracker } from '../src/canvas/picture/tools/PointerTracker';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { stillClock } from './clock';
import { diagramOf } from './diagrams';
import { geometryOf, loadEngine } from './engine';
import { partsOf } from './parts';

/** A sequence diagram with a toolbox and a pointer over it; the screen is the picture. */
async function setUp(text: string) {
  const session = new DiagramSession(await loadEngine(), diagramOf(text), 'u', 'light');
  const edited: string[] = [];
  const errors: string[] = [];
  const offered: string[] = [];
  const geometry = () => geometryOf(session.current().picture);
  const parts = partsOf(session, {
    onEdit: (id) => edited.push(id),
    report: (error) => void (error && errors.push(error)),
    offer: (_, items) => offered.push(...items.map((item) => item.label)),
  });
  const view = { toPicture: (screen: Point) => screen, pan: () => undefined, zoom: () => undefined, beyond: () => ({ x: 0, y: 0 }) };
  const choose = (label: string): PictureTools => {
    const item = sequence.toolbox.flat().find((one) => one.label === label);
    if (!item) throw new Error(`no ${label}`);
    return item.tool(parts, () => undefined);
  };
  const drag = (tools: PictureTools, from: Point, to: Point) => {
    const tracker = new PointerTracker(view, tools, stillClock, () => undefined);
    tracker.down({ id: 1, ...from }, 'tool');
    tracker.move({ id: 1, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    tracker.move({ id: 1, ...to });
    tracker.up({ id: 1, ...to });
  };
  const click = (tools: PictureTools, at: Point) => tools.click(at, { shift: false, alt: false, control: false });
  const places = () => new SequencePlaces(geometry(), session.current().outline);
  const lifeline = (id: string) => places().lifelines.find((one) => one.id === id)?.x ?? NaN;
  const line = (id: string) => {
    const statement = statementOf(session.current().outline, id);
    return (statement && places().top(statement)) ?? NaN;
  };
  const source = () => session.current().source;
  return { session, parts, choose, drag, click, lifeline, line, source, edited, errors, offered, places };
}

test('a diagram is drawn from nothing', async () => {
  const { session, choose, click, drag, lifeline, line, source, edited } = await setUp('');
  click(choose('Actor'), { x: 100, y: 40 });
  assert.equal(source(), '@Actor Actor1\n');
  assert.deepEqual(edited, ['Actor1']);
  session.openField('Actor1');
  assert.equal(session.closeField('Customer'), null);
  click(choose('Participant'), { x: 400, y: 40 });
  assert.equal(source(), '@Actor Customer\nparticipant Participant1\n');
  // Below the short lifelines of a diagram in which nothing happens yet.
  drag(choose('Message'), { x: lifeline('Customer'), y: 300 }, { x: lifeline('Participant1'), y: 310 });
  assert.equal(source(), '@Actor Customer\nparticipant Participant1\nCustomer -> Participant1: message\n');
  drag(choose('Fragment'), { x: lifeline('Customer') - 60, y: line('Customer/Participant1') - 40 }, { x: lifeline('Participant1') + 60, y: 600 });
  assert.equal(source(), '@Actor Customer\nparticipant Participant1\nif (condition) {\n  Customer -> Participant1: message\n}\n');
});

test('somebody new stands between those beside whom they were let go', async () => {
  const { choose, click, lifeline, source } = await setUp('A -> B: x\n');
  click(choose('Database'), { x: (lifeline('A') + lifeline('B')) / 2, y: 20 });
  assert.equal(source(), 'participant A\n@Database Database1\nA -> B: x\n');
});

test('a head is dragged past others, or down to another lifeline for a message', async () => {
  const { parts, drag, lifeline, source, places } = await setUp('A -> B: x\nB -> C: y\n');
  const head = (id: string) => {
    const box = places().head(id);
    if (!box) throw new Error(`no head of ${id}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  drag(sequence.tools(parts), head('C'), { x: (lifeline('A') + lifeline('B')) / 2, y: head('C').y });
  assert.equal(source(), 'participant A\nparticipant C\nA -> B: x\nB -> C: y\n');
  drag(sequence.tools(parts), head('A'), { x: lifeline('B'), y: 1000 });
  assert.equal(source(), 'participant A\nparticipant C\nA -> B: x\nB -> C: y\nA -> B: message\n');
});

test('the end of a selected message is led to another lifeline', async () => {
  const { session, parts, drag, lifeline, line, source } = await setUp('A -> B: x\nA -> C: y\n');
  const y = line('A/B') - 2;
  session.select('A/B');
  drag(sequence.tools(parts), { x: lifeline('B') - 9, y }, { x: lifeline('C'), y });
  assert.equal(source(), 'A -> C: x\nA -> C: y\n');
  assert.equal(session.current().selected, 'A/C');
});

test('messages of all sorts are drawn, and who does not act can create nobody', async () => {
  const { session, choose, click, drag, lifeline, line, source, errors, edited } = await setUp('A -> B.m() {\n}\nA -> C: y\n');
  const inside = line('A/B') + 6;
  drag(choose('Call'), { x: lifeline('B'), y: inside }, { x: lifeline('C'), y: inside });
  assert.equal(source(), 'A -> B.m() {\n  C.message\n}\nA -> C: y\n');
  session.undo();
  drag(choose('Creation'), { x: lifeline('B'), y: inside }, { x: lifeline('C') + 200, y: inside });
  assert.equal(source(), 'A -> B.m() {\n  new Participant1()\n}\nA -> C: y\n');
  assert.deepEqual(edited.slice(-1), ['Participant1']);
  session.undo();
  click(choose('Creation'), { x: lifeline('C'), y: 1000 });
  assert.deepEqual(errors, ['creatorDoesNotAct']);
  const reply = choose('Reply');
  click(reply, { x: lifeline('C'), y: 1000 });
  click(reply, { x: lifeline('A'), y: 1000 });
  assert.equal(source(), 'A -> B.m() {\n}\nA -> C: y\nC --> A: message\n');
});

test('dividers, references and empty fragments come where they are clicked', async () => {
  const { choose, click, lifeline, line, source } = await setUp('A -> B: x\nA -> B: y\n');
  click(choose('Divider'), { x: 10, y: line('A/B') + 6 });
  assert.equal(source(), 'A -> B: x\n== Phase ==\nA -> B: y\n');
  click(choose('Reference'), { x: lifeline('A'), y: 1000 });
  assert.equal(source(), 'A -> B: x\n== Phase ==\nA -> B: y\nref(Another diagram, A, B)\n');
  click(choose('Loop'), { x: 10, y: 10 });
  assert.equal(source(), 'loop(condition) {\n}\nA -> B: x\n== Phase ==\nA -> B: y\nref(Another diagram, A, B)\n');
});

test('statements that stand in different blocks are wrapped from the outside', async () => {
  const { session, parts, choose, source, offered } = await setUp('A -> B: x\nif (p) {\n  A -> B: y\n}\n');
  session.select(['A/B', 'A/B#2']);
  sequence
    .menu(parts, session.current().selection)
    .find((item) => item.label === 'Wrap in a fragment')
    ?.action();
  assert.deepEqual(offered, ['Fragment', 'Option', 'Loop', 'Parallel']);
  choose('Option').confirm?.({ x: 0, y: 0 });
  assert.equal(source(), 'opt(condition) {\n  A -> B: x\n  if (p) {\n    A -> B: y\n  }\n}\n');
});

test('statements are copied as they are written, and pasted behind the selected one', async () => {
  const { session, source } = await setUp('A -> B.m() {\n  // why\n  if (p) {\n    B -> C: x\n  }\n}\nA -> B: y\n');
  const text = sequence.copied(session, [':alt'])?.text;
  assert.match(text ?? '', /^\/\/ why\nif \(p\) \{\n {2}B -> C: x\n\}\n$/);
  session.select('A/B#2');
  assert.equal(sequence.paste(session, text ?? '', { x: 0, y: 0 }), null);
  assert.match(source(), /A -> B: y\n\/\/ why\nif \(p\) \{\n {2}B -> C: x\n\}\n$/);
  assert.equal(sequence.copied(session, ['A']), null);
});

test('selected statements are dragged together, with a mark where they would come', async () => {
  const { session, parts, drag, lifeline, line, source } = await setUp('A -> B: x\nA -> B: y\nA -> B: z\nif (p) {\n  A -> B: w\n}\n');
  session.select(['A/B', 'A/B#3']);
  const from = { x: (lifeline('A') + lifeline('B')) / 2, y: line('A/B') };
  const gesture = sequence.tools(parts).grasp(from, { shift: false, alt: false, control: false });
  const preview = gesture?.move({ x: from.x, y: line('A/B#4') + 4 }, { shift: false, alt: false, control: false });
  assert.deepEqual(
    preview?.map((one) => one.className),
    ['drop-line', 'drop-box', 'ghost'],
    'the frame into which they come is lit',
  );
  gesture?.finish();
  assert.equal(source(), 'A -> B: y\nif (p) {\n  A -> B: w\n  A -> B: x\n  A -> B: z\n}\n');
  session.undo();
  assert.deepEqual(session.current().source, 'A -> B: x\nA -> B: y\nA -> B: z\nif (p) {\n  A -> B: w\n}\n');
  session.select(null);
  drag(sequence.tools(parts), { x: from.x, y: line('A/B#4') }, { x: from.x, y: line('A/B') + 3 });
  assert.equal(source(), 'A -> B: x\nA -> B: w\nA -> B: y\nA -> B: z\nif (p) {\n}\n');
  const still = sequence.tools(parts).grasp(from, { shift: false, alt: false, control: false });
  assert.deepEqual(
    still?.move({ x: from.x, y: from.y + 3 }, { shift: false, alt: false, control: false }).map((one) => one.className),
    ['ghost'],
    'nothing would change',
  );
});

test('the line between two operands is dragged past statements, or out of the fragment', async () => {
  const text = 'if (p) {\n  A -> B: x\n  A -> B: y\n} else {\n  A -> B: z\n}\n';
  const { session, parts, drag, line, source, places } = await setUp(text);
  const frame = places().box(':alt');
  const operand = parts
    .geometry()
    ?.partsOf(':alt')
    .filter((one) => one.part === 'operand')[1];
  if (!frame || !operand) throw new Error('no frame');
  const from = { x: frame.x + frame.width - 20, y: operand.box.y + 1 };
  drag(sequence.tools(parts), from, { x: from.x, y: line('A/B') + 4 });
  assert.equal(source(), 'if (p) {\n  A -> B: x\n} else {\n  A -> B: y\n  A -> B: z\n}\n');
  session.undo();
  drag(sequence.tools(parts), from, { x: from.x, y: line('A/B#3') + 4 });
  assert.equal(source(), 'if (p) {\n  A -> B: x\n  A -> B: y\n  A -> B: z\n} else {\n}\n');
  session.undo();
  drag(sequence.tools(parts), from, { x: from.x, y: frame.y + frame.height + 60 });
  assert.equal(source(), 'if (p) {\n  A -> B: x\n  A -> B: y\n  A -> B: z\n}\n');
  session.undo();
  assert.equal(source(), text);
  drag(sequence.tools(parts), from, { x: from.x + 30, y: from.y + 3 });
  assert.equal(source(), text);
});

test('a note is written on a message, changed, and taken away by emptying it', async () => {
  const { session, parts, choose, click, lifeline, line, source, edited, errors } = await setUp('A -> B: x\nif (p) {\n  A -> B: y\n}\n');
  const note = choose('Note');
  click(note, { x: (lifeline('A') + lifeline('B')) / 2, y: line('A/B#2') });
  assert.equal(source(), 'A -> B: x\nif (p) {\n  // Note\n  A -> B: y\n}\n');
  assert.deepEqual(edited, ['A/B#2']);
  const element = session.current().outline.element('A/B#2');
  const { details } = sequence;
  assert.ok(element && details.isLong(element, 1));
  assert.equal(element && details.words(element, 1), 'Note');
  session.openField('A/B#2', { number: 1, isNew: false, words: 'Note' });
  assert.equal(session.closeField('why\nand how', details.change), null);
  assert.equal(source(), 'A -> B: x\nif (p) {\n  // why\n  // and how\n  A -> B: y\n}\n');
  const comment = parts
    .geometry()
    ?.partsOf('A/B#2')
    .find((one) => one.part === 'comment');
  assert.ok(comment);
  sequence.tools(parts).doubleClick({ x: comment?.box.x ?? 0, y: comment?.box.y ?? 0 });
  assert.deepEqual(edited.slice(-1), ['A/B#2']);
  session.openField('A/B#2', { number: 1, isNew: false, words: 'why\nand how' });
  assert.equal(session.closeField('', details.change), null);
  assert.equal(source(), 'A -> B: x\nif (p) {\n  A -> B: y\n}\n');
  click(note, { x: 900, y: 900 });
  assert.deepEqual(errors, ['noteOnNothing']);
});
