/** What opens as a program, or as a page with scripts, where somebody double-clicks it. */
const PROGRAMS = new Set(
  (
    'apk app appimage appref-ms bat chm cmd com command cpl crx deb desktop dll dmg exe gadget hta htm html inf ' +
    'ins iso jar js jse jsp lnk mht mhtml mjs msc msi msp mst pif pkg ps1 psm1 py pyw rb reg rpm scf scr settingcontent ' +
    'sh shtml svg svgz sys terminal url vb vbe vbs workflow ws wsf wsh xht xhtml xll xpi'
  ).split(' '),
);

/** Whether a file with this extension is only ever looked at. @param extension without the dot, any case */
export function isHarmlessExtension(extension: string): boolean {
  return !PROGRAMS.has(extension.toLowerCase());
}
