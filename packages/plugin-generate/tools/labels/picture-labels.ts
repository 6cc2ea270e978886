import { named, type LabelsByAttribute } from './label.ts';

/** The picture and its finish. */
export const pictureLabels: LabelsByAttribute = {
  framing: named(['Framing', '構図', '构图'], {
    bust: ['Bust', 'バストアップ', '半身'],
    full: ['Full body', '全身', '全身'],
    chibi: ['Chibi', 'ちびキャラ', 'Q版'],
  }),
  background: named(['Background', '背景', '背景'], {
    plain: ['Plain', '無地', '纯色'],
    gradient: ['Gradient', 'グラデーション', '渐变'],
    dots: ['Dots', '水玉', '圆点'],
    stripes: ['Stripes', 'ストライプ', '条纹'],
    rays: ['Rays', '放射', '放射线'],
    petals: ['Petals', '花びら', '花瓣'],
    sky: ['Sky', '空', '天空'],
    window: ['Window', '窓', '窗户'],
    speed: ['Focus lines', '集中線', '集中线'],
    none: ['None', 'なし', '无'],
  }),
  backgroundColor: named(['Background colour', '背景色', '背景色']),
  zoom: named(['Zoom', 'ズーム', '缩放']),
  shift: named(['Shift', '位置', '平移']),
  finish: named(['Finish', '仕上げ', '画风'], {
    cel: ['Cel', 'アニメ塗り', '赛璐璐'],
    soft: ['Soft', 'やわらか塗り', '柔和'],
    tone: ['Screentone', 'スクリーントーン', '网点'],
    line: ['Line art', '線画', '线稿'],
  }),
  light: named(['Light from', '光の向き', '光源'], {
    left: ['Left', '左', '左'],
    right: ['Right', '右', '右'],
  }),
  lineWeight: named(['Line weight', '線の太さ', '线条粗细']),
  lineTaper: named(['Line taper', '線の入り抜き', '线条收尖']),
  year: named(['Era', '年代', '年代']),
};
