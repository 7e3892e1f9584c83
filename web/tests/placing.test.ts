import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientOf } from '../src/canvas/kinds/clientOf';
import type { MenuItem } from '../src/components/MenuList';
import type { Box, Point } from '../src/canvas/picture/Geometry';
import { menuOf } from '../src/canvas/picture/menu';
import { aligned } from '../src/canvas/picture/tools/aligning';
import type { Clock } from '../src/canvas/picture/tools/Clock';
import { noModifiers } from '../src/canvas/picture/tools/Modifiers';
import { PointerTracker, type Drag } from '../src/canvas/picture/tools/PointerTracker';
import { snapOf } from '../src/canvas/picture/tools/snapping';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';
import { partsOf } from './parts';

const box = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height });

test('a box comes into line with the nearest edge or middle, each way by itself', () => {
  const snap = snapOf(box(104, 203), [box(100, 0, 160), box(400, 200)]);
  assert.deepEqual([snap.x, snap.y], [-4, -3]);
  assert.deepEqual(snap.guides[0], { x1: 100, y1: 0, x2: 100, y2: 243 });
  assert.deepEqual(snapOf(box(120, 90), [box(400, 200)]), { x: 0, y: 0, guides: [] });
});

test('a box comes to stand in the middle between its neighbours, or as far from one as that is from the next', () => {
  const row = [box(0, 0), box(400, 10)];
  const between = snapOf(box(203, 90), [box(0, 70), box(400, 101)]);
  assert.equal(between.x, -3);
  assert.equal(between.guides.length, 6, 'two distances, each with a stroke at both ends');
  assert.equal(snapOf(box(796, 10), row).x, 4, 'to the right');
  assert.equal(snapOf(box(-404, 10), row).x, 4, 'to the left');
  assert.equal(snapOf(box(796, 210), row).x, 0, 'only in one row');
  const column = snapOf(box(3, 163), [box(0, 0), box(0, 80)]);
  assert.deepEqual([column.x, column.y], [-3, -3], 'downwards, too');
});

test('what is in line with nothing comes to the grid, if there is one', () => {
  assert.deepEqual([snapOf(box(107, 33), [], 20).x, snapOf(box(107, 33), [], 20).y], [-7, 7]);
  assert.deepEqual(snapOf(box(107, 33), [], null), { x: 0, y: 0, guides: [] });
  assert.equal(snapOf(box(107, 33), [box(104, 300)], 20).x, -3, 'others come first');
});

test('elements are aligned along what is around all of them', () => {
  const positions = {
    A: { x: 0, y: 0, width: 100, height: 40 },
    B: { x: 30, y: 100, width: 60, height: 80 },
    C: { x: 200, y: 130, width: 40, height: 40 },
  };
  const [xs, ys] = (['x', 'y'] as const).map((side) => (how: Parameters<typeof aligned>[1]) => {
    const all = aligned(positions, how);
    return ['A', 'B', 'C'].map((id) => all[id]?.[side]);
  });
  assert.deepEqual(xs?.('left'), [0, 0, 0]);
  assert.deepEqual(xs?.('right'), [140, 180, 200]);
  assert.deepEqual(xs?.('center'), [70, 90, 100]);
  assert.deepEqual(ys?.('top'), [0, 0, 0]);
  assert.deepEqual(ys?.('bottom'), [140, 100, 140]);
  assert.deepEqual(ys?.('middle'), [70, 50, 70]);
  assert.deepEqual(xs?.('horizontally'), [0, 120, 200]);
  assert.deepEqual(ys?.('vertically'), [0, 45, 130]);
});

async function setUp(text: string) {
  const session = new DiagramSession(await loadEngine('classifiers'), { ...diagramOf(text), kind: 'class' }, 'u', 'light');
  const kind = clientOf('class');
  const offered: { items: ReadonlyArray<MenuItem> } = { items: [] };
  const parts = partsOf(session, {
    offer: (_, items) => {
      offered.items = items;
    },
  });
  const middle = (id: string): Point => {
    const { x, y, width, height } = parts.geometry()?.partsOf(id)[0]?.box ?? box(0, 0);
    return { x: x + width / 2, y: y + height / 2 };
  };
  return { session, kind, parts, offered, middle };
}

test('several are aligned from the menu, as one step', async () => {
  const { session, kind, parts, offered } = await setUp('class A\nclass B {\n  a long member : String\n}\nA --> B\n');
  session.select(['A', 'B']);
  const before = session.current().layout;
  menuOf(kind, parts)
    .find((item) => item.label === 'Align…')
    ?.action();
  offered.items.find((item) => item.label === 'Left edges')?.action();
  const { layout } = session.current();
  assert.equal(layout['A']?.x, layout['B']?.x);
  session.undo();
  assert.deepEqual(session.current().layout, before);
});

test('with Alt a copy is dragged away, and stands where it is let go', async () => {
  const { session, kind, parts, middle } = await setUp("class A {\n  ' why\n  x : Int\n}\nclass B\n");
  const at = middle('A');
  const held = { ...noModifiers, alt: true, control: true };
  const gesture = kind.tools(parts).grasp(at, held);
  const preview = gesture?.move({ x: at.x + 10, y: at.y + 300 }, held);
  assert.deepEqual(
    preview?.map((one) => one.className),
    ['ghost'],
  );
  const before = session.positions['A'];
  gesture?.finish();
  assert.match(session.current().source, /class A2 \{\n {2}' why\n {2}x : Int\n\}/);
  assert.deepEqual(session.current().selection, ['A2']);
  assert.equal((session.positions['A2']?.y ?? 0) - (session.positions['A']?.y ?? 0), 300);
  assert.equal(session.positions['A']?.x, before?.x);
  session.undo();
  assert.equal(session.current().source, "class A {\n  ' why\n  x : Int\n}\nclass B\n");
});

test('the view moves as long as something is dragged beyond its edge', async () => {
  const { session, kind, parts, middle } = await setUp('class A\nclass B\n');
  const later: Array<() => void> = [];
  const clock: Clock = {
    now: () => 0,
    later: (run) => {
      later.push(run);
      return () => later.splice(later.indexOf(run), 1);
    },
  };
  let scrolled = 0;
  const view = {
    toPicture: ({ x, y }: Point) => ({ x: x + scrolled, y }),
    pan: (x: number) => {
      scrolled -= x;
    },
    zoom: () => undefined,
    beyond: ({ x }: Point) => ({ x: Math.max(x - 500, 0), y: 0 }),
  };
  const drags: Array<Drag | null> = [];
  const tracker = new PointerTracker(view, kind.tools(parts), clock, (drag) => drags.push(drag));
  const at = middle('A');
  const start = session.positions['A']?.x ?? 0;
  const held = { ...noModifiers, control: true };
  tracker.down({ id: 1, ...at, modifiers: held }, 'tool');
  tracker.move({ id: 1, x: 400, y: at.y, modifiers: held });
  assert.equal(later.length, 0);
  tracker.move({ id: 1, x: 520, y: at.y, modifiers: held });
  for (let tick = 0; tick < 5; tick++) later.shift()?.();
  assert.equal(scrolled, 50);
  tracker.up({ id: 1, x: 520, y: at.y, modifiers: held });
  assert.equal(later.length, 0, 'nothing moves on');
  assert.equal(session.positions['A']?.x, Math.round(start + 520 + 50 - at.x));
});
