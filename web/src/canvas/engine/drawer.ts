import { Engine } from './Engine';
import type { Drawing, DrawingRequest } from './Drawing';

/** What a worker does, which this file is the whole of: it draws large diagrams, while the page goes on to take keys. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<DrawingRequest>) => void) | null;
  postMessage: (answer: { drawing?: Drawing; problem?: string }) => void;
};

scope.onmessage = ({ data }) => {
  Engine.load(data.kind)
    .then((engine) => scope.postMessage({ drawing: engine.draw(data) }))
    .catch((error: unknown) => scope.postMessage({ problem: String(error) }));
};
