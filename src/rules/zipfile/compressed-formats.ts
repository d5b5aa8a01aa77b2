// Formats of one compressed stream, which are read alike and whose concerns have the same names.

export const compressedFormats = ['gzip', 'zlib', 'bzip2', 'xz', 'lzma', 'zstandard', 'lz4'] as const;
