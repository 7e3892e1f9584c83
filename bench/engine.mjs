// Draws a file again and again with the WebAssembly engine, and prints the milliseconds of each time as a JSON array.
// Usage: node engine.mjs uml-sequence.wasm FILE
import { readFileSync } from "node:fs";

const [wasm, file] = process.argv.slice(2);
const wasi = { fd_write: () => 8, fd_close: () => 0, fd_seek: () => 8 };
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { wasi_snapshot_preview1: wasi });
const { allocate, memory, open, picture } = instance.exports;
const source = readFileSync(file);
const pointer = allocate(source.length);
new Uint8Array(memory.buffer, pointer, source.length).set(source);

const times = [];
for (let run = 0; run < 300; run += 1) {
  const start = performance.now();
  open(0, pointer, source.length);
  picture(0);
  times.push(performance.now() - start);
}
process.stdout.write(JSON.stringify(times.slice(100)));
