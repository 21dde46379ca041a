/** Hand-assembled modules, each with one thing wrong. */

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const name = (text: string): number[] => [text.length, ...Buffer.from(text, 'ascii')];
const section = (id: number, content: number[]): number[] => [id, content.length, ...content];
const module = (...sections: number[][]): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...header, ...sections.flat()]);

/** Exports nothing. */
export const emptyModule = module();

/** Says `version` when asked for its ABI. */
export function moduleOfAbi(version: number): Uint8Array<ArrayBuffer> {
  return module(
    section(1, [1, 0x60, 0, 1, 0x7f]), // type 0: () -> i32
    section(3, [1, 0]), // function 0 has type 0
    section(7, [1, ...name('attune_abi_version'), 0, 0]),
    section(10, [1, 4, 0, 0x41, version, 0x0b]), // i32.const version, end
  );
}

/** Asks its host for a function. */
export function moduleImporting(space: string, field: string): Uint8Array<ArrayBuffer> {
  return module(
    section(1, [1, 0x60, 0, 0]), // type 0: () -> ()
    section(2, [1, ...name(space), ...name(field), 0, 0]),
  );
}
