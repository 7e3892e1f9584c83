// What the bundler makes of files that are no scripts.

declare module '*.svg' {
  const text: string;
  export default text;
}

declare module '*.zen' {
  const text: string;
  export default text;
}

declare module '*.puml' {
  const text: string;
  export default text;
}

declare module '*.webp' {
  const address: string;
  export default address;
}

declare module '*.wasm' {
  const address: string;
  export default address;
}

declare module '*.css';
