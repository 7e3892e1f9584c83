import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientOf } from '../src/canvas/kinds/clientOf';
import { relationshipKinds } from '../src/canvas/kinds/class/commands';
import { relationPreview } from '../src/canvas/kinds/class/tools/relationPreview';
import type { Point } from '../src/canvas/picture/Geometry';
import { noModifiers } from '../src/canvas/picture/tools/Modifiers';
import type { PictureTools } from '../src/canvas/picture/tools/PictureTools';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';
import { partsOf } from './parts';

const free = { ...noModifiers, control: true };

/** A class or use case diagram with its tools; the screen is the picture. */
async function setUp(kind: 'class' | 'usecase', text: string) {
  const session = new DiagramSession(await loadEngine('classifiers'), { ...diagramOf(text), kind }, 'u', 'light');
  const client = clientOf(kind);
  const parts = partsOf(session);
  const boxOf = (id: string) => {
    const part = parts.geometry()?.partsOf(id)[0];
    if (!part) throw new Error(`no ${id}`);
    return part.box;
  };
  /** Where it stands in the plane, rounded as pixels of lines are. */
  const place = (id: string) => {
    const { x, y, width, height } = boxOf(id);
    const { origin } = session.current();
    return [x - origin.x, y - origin.y, width, height].map(Math.floor);
  };
  const middle = (id: string): Point => {
    const { x, y, width, height } = boxOf(id);
    return { x: x + width / 2, y: y + height / 2 };
  };
  const drag = (tools: PictureTools, from: Point, to: Point) => {
    const gesture = tools.grasp(from, free);
    // At once: the picture may begin elsewhere afterwards.
    gesture?.move(to, free);
    gesture?.finish();
  };
  const tool = (label: string) => {
    const item = client.toolbox.flat().find((one) => one.label === label);
    if (!item) throw new Error(`no ${label}`);
    return item.tool(parts, () => undefined);
  };
  return { session, parts, tools: () => client.tools(parts), tool, drag, boxOf, place, middle, source: () => session.current().source };
}

test('a system boundary is as large as it is drawn, and stays so when something comes in', async () => {
  const { session, tool, tools, drag, place, middle, boxOf, source } = await setUp('usecase', '');
  drag(tool('Subject (system boundary)'), { x: 400, y: 130 }, { x: 900, y: 600 });
  assert.equal(source(), 'rectangle System1 {\n}\n');
  const { origin } = session.current();
  // An empty picture has a margin of 24.
  const drawn = [376, 106, 500, 470];
  assert.deepEqual(session.current().layout[':package System1'], { x: 376, y: 106, width: 500, height: 470 });
  assert.deepEqual(place(':package System1'), drawn);
  tool('Use case').click({ x: 576 + origin.x, y: 276 + origin.y }, free);
  assert.equal(source(), 'rectangle System1 {\n  usecase UseCase1\n}\n');
  assert.deepEqual(place(':package System1'), drawn);
  // It is moved with what is in it, by any place where nothing else is.
  const before = place('UseCase1');
  const { x, y } = boxOf(':package System1');
  drag(tools(), { x: x + 20, y: y + 200 }, { x: x + 120, y: y + 250 });
  assert.deepEqual(place(':package System1'), [476, 156, 500, 470]);
  assert.deepEqual(place('UseCase1'), [(before[0] ?? 0) + 100, (before[1] ?? 0) + 50, ...before.slice(2)]);
  session.undo();
  assert.deepEqual(place(':package System1'), drawn);
  assert.ok(middle('UseCase1').x > 0);
});

test('an empty package is dragged, and made larger at its corners', async () => {
  const { session, tool, tools, drag, place, boxOf } = await setUp('class', 'class A\n');
  tool('Package').click({ x: 500, y: 300 }, free);
  const [left = 0, top = 0] = place(':package Package1');
  const { x, y, width, height } = boxOf(':package Package1');
  session.select(null);
  drag(tools(), { x: x + 100, y: y + 60 }, { x: x + 140, y: y + 90 });
  assert.deepEqual(place(':package Package1'), [left + 40, top + 30, width, height]);
  session.select(':package Package1');
  const box = boxOf(':package Package1');
  drag(tools(), { x: box.x + box.width, y: box.y + box.height }, { x: box.x + box.width + 60, y: box.y + box.height + 40 });
  assert.deepEqual(place(':package Package1'), [left + 40, top + 30, width + 60, height + 40]);
  const now = boxOf(':package Package1');
  drag(tools(), { x: now.x, y: now.y }, { x: now.x - 30, y: now.y - 20 });
  assert.deepEqual(place(':package Package1'), [left + 10, top + 10, width + 90, height + 60]);
  const last = boxOf(':package Package1');
  drag(tools(), { x: last.x + last.width, y: last.y + last.height }, { x: last.x + 2, y: last.y + 2 });
  assert.ok((place(':package Package1')[2] ?? 0) >= 80, 'it does not vanish');
});

test('a package is moved by its title, and by keys, with all that is in it, and keeps its size', async () => {
  const { session, tool, tools, drag, place, boxOf } = await setUp('class', 'class Z\n');
  drag(tool('Package'), { x: 300, y: 200 }, { x: 700, y: 500 });
  tool('Class').click({ x: 450, y: 350 }, free);
  const before = place(':package Package1');
  const inside = place('Class1');
  session.select(null);
  const frame = boxOf(':package Package1');
  drag(tools(), { x: frame.x + 12, y: frame.y + 8 }, { x: frame.x + 62, y: frame.y + 58 });
  const shifted = ([x = 0, y = 0, ...size]: ReadonlyArray<number>, by: number) => [x + by, y + by, ...size];
  assert.deepEqual(place(':package Package1'), shifted(before, 50));
  assert.deepEqual(place('Class1'), shifted(inside, 50));
  clientOf('class').move(session, [':package Package1'], { x: 1, y: 1 });
  assert.deepEqual(place(':package Package1'), shifted(before, 60));
  assert.deepEqual(place('Class1'), shifted(inside, 60));
});

test('only what is in a package goes along with it', async () => {
  const { session, tools, drag, boxOf, place } = await setUp('class', 'package P {\n  class A\n}\nclass B\n');
  session.put({ B: { x: place(':package P')[0] ?? 0, y: (place(':package P')[1] ?? 0) + 20, width: 80, height: 36 } });
  const before = place('B');
  const frame = boxOf(':package P');
  drag(tools(), { x: frame.x + 5, y: frame.y + frame.height - 5 }, { x: frame.x + 305, y: frame.y + frame.height + 195 });
  assert.deepEqual(place('B'), before);
});

test('what is dragged out of its package is shown outside of it before it is let go', async () => {
  const { session, tools, middle, boxOf, source } = await setUp('class', 'package P {\n  class A\n  class B\n}\n');
  const at = middle('A');
  const gesture = tools().grasp(at, free);
  const preview = gesture?.move({ x: at.x, y: at.y + 400 }, free);
  assert.deepEqual(preview, []);
  const frame = boxOf(':package P');
  assert.ok(middle('A').y > frame.y + frame.height, 'the frame does not follow');
  gesture?.finish();
  assert.equal(source(), 'package P {\n  class B\n}\nclass A\n');
  session.undo();
  assert.equal(source(), 'package P {\n  class A\n  class B\n}\n');
});

test('a relation that is being drawn shows what will stand at its ends, and what it is', () => {
  const [source, target] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  for (const kind of relationshipKinds) {
    const [line, symbol] = relationPreview(kind, source, target);
    assert.ok(line?.words?.text, kind);
    assert.equal(line?.className.includes('drop-dashed'), ['realization', 'dependency', 'include', 'extend'].includes(kind), kind);
    assert.equal(symbol === undefined, kind === 'association', kind);
  }
  assert.match(relationPreview('composition', source, target)[1]?.path ?? '', /^M0 0L8 -5/);
  assert.match(relationPreview('generalization', source, target)[1]?.path ?? '', /^M100 0L87/);
});
