export { readZip, type ZipArchive, type ZipEntry } from './read-zip.ts';
export { writeZip, type ZipFile } from './write-zip.ts';
