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

// Hands a text to the module.
function give(bytes, work) {
  const pointer = engine.allocate(bytes.length);
  new Uint8Array(memory.buffer, pointer, bytes.length).set(bytes);
  work(pointer, bytes.length);
  engine.release(pointer);
}

function answer() {
  return Buffer.from(memory.buffer, engine.resultPointer(), engine.resultLength()).toString("utf8");
}

// The engine counts kinds in the order of `DiagramKind`.
const kindOf = (file) => (file.endsWith(".puml") ? 1 : 0);

function draw(file) {
  give(readFileSync(file), (pointer, count) => engine.open(kindOf(file), pointer, count));
  engine.picture(0);
  return answer();
}

// With --edit, the answer to a command for each file instead; its fields have commas between them.
function edit(file, command) {
  give(readFileSync(file), (pointer, count) => engine.open(kindOf(file), pointer, count));
  give(Buffer.from(command.replaceAll(",", "\0")), (pointer, count) => engine.edit(pointer, count));
  return JSON.parse(answer());
}

if (files[0] === "--edit") {
  process.stdout.write(JSON.stringify(files.slice(2).map((file) => edit(file, files[1]))));
  process.exit();
}
const pictures = Object.fromEntries(files.map((file) => [file, draw(file)]));
process.stdout.write(JSON.stringify(pictures));
