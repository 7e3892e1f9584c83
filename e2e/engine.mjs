// Draws every file that is named on the command line with the WebAssembly engine, and prints a JSON object of the pictures.
// Usage: node engine.mjs uml.wasm FILE…
import { readFileSync } from "node:fs";

const [wasm, ...files] = process.argv.slice(2);
// The C library's own functions for its standard error; the engine never comes to use them.
const wasi = {
  fd_write: () => 8,
  fd_close: () => 0,
  fd_seek: () => 8,
};
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { wasi_snapshot_preview1: wasi });
const engine = instance.exports;
const { memory } = engine;

function draw(source, theme) {
  const pointer = engine.allocate(source.length);
  new Uint8Array(memory.buffer, pointer, source.length).set(source);
  engine.render(pointer, source.length, theme);
  engine.release(pointer);
  return Buffer.from(memory.buffer, engine.resultPointer(), engine.resultLength()).toString("utf8");
}

// With --rename, the answer to a renaming of the first participant of each file instead.
function rename(source, name) {
  const texts = [source, Buffer.from(name)].map((text) => {
    const pointer = engine.allocate(text.length);
    new Uint8Array(memory.buffer, pointer, text.length).set(text);
    return pointer;
  });
  engine.open(texts[0], source.length);
  engine.renameParticipant(0, texts[1], Buffer.byteLength(name));
  texts.forEach((pointer) => engine.release(pointer));
  return JSON.parse(Buffer.from(memory.buffer, engine.resultPointer(), engine.resultLength()).toString("utf8"));
}

if (files[0] === "--rename") {
  process.stdout.write(JSON.stringify(files.slice(2).map((file) => rename(readFileSync(file), files[1]))));
  process.exit();
}
const pictures = Object.fromEntries(files.map((file) => [file, draw(readFileSync(file), 0)]));
process.stdout.write(JSON.stringify(pictures));
