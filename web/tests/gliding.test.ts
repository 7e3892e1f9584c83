import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { glide, standingOf } from '../src/canvas/picture/gliding';

const origin = { x: 0, y: 0 };
const isLine = (part: string) => part === 'relationship';

/** A picture, and what is done with its elements. */
function pictureOf(elements: string): { picture: Element; glided: Map<string, Keyframe> } {
  const picture = document.createElement('div');
  picture.innerHTML = `<svg>${elements}</svg>`;
  const glided = new Map<string, Keyframe>();
  for (const group of picture.querySelectorAll<SVGGElement>('g')) {
    Object.defineProperty(group, 'dataset', { value: { id: group.getAttribute('data-id') ?? '', part: group.getAttribute('data-part') ?? '' } });
    group.animate = ((frames: Keyframe[]) => glided.set(group.getAttribute('data-id') ?? '', frames[0] ?? {})) as unknown as typeof group.animate;
  }
  return { picture, glided };
}

const box = (id: string, x: number, y: number) => `<g data-id="${id}" data-part="classifier" transform="translate(${x} ${y})"><rect></rect></g>`;
const line = (x: number) => `<g data-id="A/B" data-part="relationship" transform="translate(${x} 10)"><path d="M0 0L0 80"></path></g>`;

test('what stands elsewhere glides there from where it was, a line appears, and what stays stays', () => {
  const before = pictureOf(box('A', 10, 20) + box('B', 100, 20) + line(10));
  const after = pictureOf(box('A', 10, 20) + box('B', 140, 50) + box('C', 0, 0) + line(30));
  const count = glide(after.picture, standingOf(before.picture, origin), standingOf(after.picture, origin), isLine);
  assert.equal(count, 2);
  assert.deepEqual(
    [...after.glided],
    [
      ['B', { transform: 'translate(100px, 20px)' }],
      ['A/B', { opacity: 0 }],
    ],
  );
});

test('nothing glides when only the picture begins elsewhere', () => {
  const before = pictureOf(box('A', 10, 20));
  const after = pictureOf(box('A', 60, 20));
  assert.equal(glide(after.picture, standingOf(before.picture, origin), standingOf(after.picture, { x: 50, y: 0 }), isLine), 0);
});

test('in a picture of very many elements nothing glides', () => {
  const { picture } = pictureOf(Array.from({ length: 301 }, (_, index) => box(`A${index}`, index, 0)).join(''));
  assert.equal(standingOf(picture, origin).size, 0);
});
