import { parentPort, workerData } from 'node:worker_threads';
import { readBytes, type Wanted } from './readBytes.ts';

const { bytes, wanted } = workerData as { readonly bytes: Uint8Array; readonly wanted: Wanted };
parentPort?.postMessage(readBytes(bytes, wanted));
