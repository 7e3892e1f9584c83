// Draws every file that is named on the command line with the WebAssembly engine, and prints a JSON object of the pictures.
// Usage: node engine.mjs FOLDER FILE…, where FOLDER has the modules
import { existsSync, readFileSync } from "node:fs";

const [folder, ...files] = process.argv.slice(2);
// The C library's own functions for its standard error; the engine never comes to use them.
const wasi = {
  fd_write: () => 8,
  fd_close: () => 0,
  fd_seek: () => 8,
};
const load = async (name) =>
  (await WebAssembly.instantiate(readFileSync(`${folder}/uml-${name}.wasm`), { wasi_snapshot_preview1: wasi })).instance.exports;
const engines = [await load("sequence"), await load("classifiers")];
let engine = engines[0];

// Hands a text to the module.
function give(bytes, work) {
  const pointer = engine.allocate(bytes.length);
  new Uint8Array(engine.memory.buffer, pointer, bytes.length).set(bytes);
  work(pointer, bytes.length);
  engine.release(pointer);
}

function answer() {
  return Buffer.from(engine.memory.buffer, engine.resultPointer(), engine.resultLength()).toString("utf8");
}

// The engine counts kinds in the order of `DiagramKind`.
const kindOf = (file) => (!file.endsWith(".puml") ? 0 : file.includes("usecase-") ? 2 : 1);

function open(file) {
  const kind = kindOf(file);
  engine = engines[Math.min(kind, 1)];
  give(readFileSync(file), (pointer, count) => engine.open(kind, pointer, count));
}

const eighths = (length) => String(Math.round((length ?? 0) * 8));

// Places of elements, as the HTTP API has them in `layout`: those of the file beside it that ends with .layout.
function place(file) {
  const layout = existsSync(`${file}.layout`) ? JSON.parse(readFileSync(`${file}.layout`, "utf8")) : {};
  const fields = Object.entries(layout).flatMap(([id, { x, y, width, height, automatic, path }]) => [
    id,
    ...[x, y, width, height].map(eighths),
    automatic ? "0" : "1",
    (path ?? []).map(eighths).join(" "),
  ]);
  give(Buffer.from(fields.join("\0")), (pointer, count) => engine.place(pointer, count));
}

function draw(file) {
  open(file);
  place(file);
  engine.picture(0);
  return answer();
}

// With --edit, the answer to a command for each file instead; its fields have commas between them.
function edit(file, command) {
  open(file);
  give(Buffer.from(command.replaceAll(",", "\0")), (pointer, count) => engine.edit(pointer, count));
  return JSON.parse(answer());
}

if (files[0] === "--edit") {
  process.stdout.write(JSON.stringify(files.slice(2).map((file) => edit(file, files[1]))));
  process.exit();
}
const pictures = Object.fromEntries(files.map((file) => [file, draw(file)]));
process.stdout.write(JSON.stringify(pictures));
