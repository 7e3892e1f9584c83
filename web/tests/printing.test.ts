import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetsFor } from '../src/canvas/output/printing';

test('a picture is printed on one page where it can be read there', () => {
  assert.deepEqual(sheetsFor(600, 900), { isLandscape: false, slices: [{ x: 0, y: 0, width: 600, height: 900 }] });
  assert.deepEqual(sheetsFor(1600, 400), { isLandscape: true, slices: [{ x: 0, y: 0, width: 1600, height: 400 }] });
});

test('a large picture is cut into equal parts that cover it', () => {
  for (const [width, height] of [
    [600, 9000],
    [9000, 500],
    [5000, 5000],
    [1, 1],
  ] as const) {
    const { slices } = sheetsFor(width, height);
    const area = slices.reduce((sum, slice) => sum + slice.width * slice.height, 0);
    assert.ok(Math.abs(area - width * height) < 1);
    const last = slices[slices.length - 1];
    assert.ok(last && Math.abs(last.x + last.width - width) < 1 && Math.abs(last.y + last.height - height) < 1);
    assert.ok(slices.length <= 12);
    assert.ok(slices.length === 12 || slices.every((slice) => Math.max(slice.width, slice.height) * 0.45 < 931));
  }
});
