import { named, type LabelsByAttribute } from './label.ts';

/** Who somebody is, and what their face is like. */
export const personLabels: LabelsByAttribute = {
  gender: named(['Gender', '性別', '性别'], {
    girl: ['Girl', '女の子', '女孩'],
    boy: ['Boy', '男の子', '男孩'],
  }),
  age: named(['Age', '年齢', '年龄'], {
    child: ['Child', '子ども', '儿童'],
    teen: ['Teenager', '10代', '少年'],
    adult: ['Adult', '大人', '成人'],
    elder: ['Elder', 'お年寄り', '长者'],
  }),
  skinColor: named(['Skin', '肌', '肤色']),
  build: named(['Build', '体格', '体格']),
  faceShape: named(['Face shape', '顔の形', '脸型'], {
    oval: ['Oval', '卵形', '鹅蛋脸'],
    round: ['Round', '丸顔', '圆脸'],
    pointed: ['Pointed', 'とがり顔', '尖脸'],
    square: ['Square', '四角顔', '方脸'],
    long: ['Long', '面長', '长脸'],
  }),
  chin: named(['Chin', 'あごの鋭さ', '下巴尖度']),
  cheeks: named(['Cheeks', 'ほおの丸み', '脸颊圆润度']),
  nose: named(['Nose', '鼻', '鼻子'], {
    dot: ['Dot', '点', '点'],
    tick: ['Tick', '短い線', '短线'],
    shadow: ['Shadow', '影', '阴影'],
    button: ['Button', '団子鼻', '圆鼻头'],
    bridge: ['Bridge', '鼻筋', '鼻梁'],
  }),
  ears: named(['Ears', '耳', '耳朵'], {
    human: ['Human', '人', '人类'],
    elf: ['Elf', 'エルフ', '精灵'],
    cat: ['Cat', '猫', '猫耳'],
    fox: ['Fox', '狐', '狐耳'],
    rabbit: ['Rabbit', 'うさぎ', '兔耳'],
  }),
  marks: named(['Marks', '特徴', '面部特征'], {
    none: ['None', 'なし', '无'],
    moleEye: ['Mole by the eye', '泣きぼくろ', '泪痣'],
    moleMouth: ['Mole by the mouth', '口元のほくろ', '嘴角痣'],
    freckles: ['Freckles', 'そばかす', '雀斑'],
    scar: ['Scar', '傷あと', '伤疤'],
    plaster: ['Plaster', 'ばんそうこう', '创可贴'],
  }),
  blush: named(['Blush', 'ほおの赤み', '腮红']),
};
