const megabyte = 1_024 * 1_024;

/**
 * How much a file may hold. Four times the largest portfolio we plan for; what is larger is none,
 * and a small file can hold very much (a workbook is compressed).
 */
export const limits = {
  fileBytes: 20 * megabyte,
  sheetBytes: 64 * megabyte,
  stringsBytes: 32 * megabyte,
  otherPartBytes: 8 * megabyte,
  rows: 20_000,
  cells: 600_000,
  /** Cells further right are not read, and that is said. */
  columns: 256,
  readMs: 6_000,
  heapMb: 192,
} as const;
