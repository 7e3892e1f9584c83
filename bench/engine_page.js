// Runs in a page, with `client` of the web client: changes a letter of the source, draws it, puts it on the page, and has it laid out; milliseconds of each time.
async ([bytes, source]) => {
  const wasi = { fd_write: () => 8, fd_close: () => 0, fd_seek: () => 8 };
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), { wasi_snapshot_preview1: wasi });
  const { allocate, release, memory, open, picture, resultPointer, resultLength } = instance.exports;
  const times = [];
  for (let run = 0; run < 150; run += 1) {
    const text = new TextEncoder().encode(source.replace("number 100", `number ${run}`));
    const start = performance.now();
    const pointer = allocate(text.length);
    new Uint8Array(memory.buffer, pointer, text.length).set(text);
    open(0, pointer, text.length);
    release(pointer);
    picture(0);
    const svg = new TextDecoder().decode(new Uint8Array(memory.buffer, resultPointer(), resultLength()));
    client.showPicture(document.body, svg);
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return times.slice(20);
}
