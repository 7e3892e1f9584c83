// Draws every file that is named on the command line with the WebAssembly engine, and prints a JSON object of the pictures.
// Usage: node engine.mjs uml.wasm SEED FILE…
import { readFileSync } from "node:fs";

const [wasm, seed, ...files] = process.argv.slice(2);
let memory;
const wasi = {
  // Seeds the hash tables; what is drawn must not depend on it.
  random_get(pointer, length) {
    new Uint8Array(memory.buffer, pointer, length).fill(Number(seed));
    return 0;
  },
  fd_write: () => 8,
  fd_close: () => 0,
  fd_seek: () => 8,
};
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { wasi_snapshot_preview1: wasi });
const engine = instance.exports;
memory = engine.memory;

function draw(source, theme) {
  const pointer = engine.allocate(source.length);
  new Uint8Array(memory.buffer, pointer, source.length).set(source);
  engine.render(pointer, source.length, theme);
  engine.release(pointer);
  return Buffer.from(memory.buffer, engine.resultPointer(), engine.resultLength()).toString("utf8");
}

const pictures = Object.fromEntries(files.map((file) => [file, draw(readFileSync(file), 0)]));
process.stdout.write(JSON.stringify(pictures));
