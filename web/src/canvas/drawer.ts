import { Engine } from './engine';
import type { Drawing, DrawingRequest } from './Drawing';

/** What a worker does, which this file is the whole of: it draws large diagrams, while the page goes on to take keys. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<DrawingRequest>) => void) | null;
  postMessage: (answer: { number: number; drawing?: Drawing; problem?: string }) => void;
};

scope.onmessage = ({ data: { number, source, palette } }) => {
  Engine.load()
    .then((engine) => scope.postMessage({ number, drawing: engine.draw(source, palette) }))
    .catch((error: unknown) => scope.postMessage({ number, problem: String(error) }));
};
