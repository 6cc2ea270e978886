export {
  addLayer,
  documentFromImage,
  findLayer,
  moveLayer,
  removeLayer,
  resizeDocument,
  updateLayer,
  type KomaDocument,
  type Layer,
  type NewLayer,
} from './document.ts';
export { flattenDocument } from './flatten.ts';
export { History, type HistoryEntry } from './history.ts';
