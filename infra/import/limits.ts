const megabyte = 1_024 * 1_024;

/**
 * How much a file may hold. Ten times the largest portfolio we know; what is larger is no portfolio,
 * and a small file can hold very much (a workbook is compressed).
 */
export const limits = {
  fileBytes: 20 * megabyte,
  sheetBytes: 96 * megabyte,
  stringsBytes: 48 * megabyte,
  otherPartBytes: 8 * megabyte,
  rows: 50_000,
  cells: 1_000_000,
  /** Cells further right are not read, and that is said. */
  columns: 256,
  readMs: 7_000,
  heapMb: 256,
} as const;
