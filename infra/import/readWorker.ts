import { parentPort } from 'node:worker_threads';
import { readBytes, type Wanted } from './readBytes.ts';

type Asked = { readonly bytes: Uint8Array; readonly wanted: Wanted };

parentPort?.once('message', ({ bytes, wanted }: Asked) => {
  // One text crosses faster than a hundred thousand cells.
  parentPort?.postMessage(JSON.stringify(readBytes(bytes, wanted)));
});
parentPort?.postMessage('ready');
