/** A part of the reference: what is explained together. */
export interface ReferenceSection {
  readonly title: string;
  readonly text: string;
  /** Declarations in the order in which they are read. */
  readonly names: readonly string[];
}

/** The parts of the reference of `@koma/plugin-kit`. What is exported and in none of them makes its test fail. */
export const KIT_SECTIONS: readonly ReferenceSection[] = [
  {
    title: 'A plugin',
    text: 'The entry module exports its plugin as default. Operations, interactive operations, generators and exporters are named there as in `koma-plugin.json`.',
    names: ['definePlugin', 'Plugin', 'Operation', 'Exporter'],
  },
  {
    title: 'The context',
    text: 'What the code may use besides its inputs and parameters. Everything that reaches out of the sandbox is here; there is no other way.',
    names: [
      'OperationContext',
      'ExportContext',
      'PluginServices',
      'PluginStorage',
      'PluginFetch',
      'PluginRequest',
      'PluginResponse',
      'PluginFiles',
      'PreviewTile',
    ],
  },
  {
    title: 'Pictures',
    text: 'One format everywhere: straight alpha, sRGB, 8 bits a channel.',
    names: ['RasterImage', 'createImage', 'BlendMode', 'LayerRole'],
  },
  {
    title: 'Inputs and parameters',
    text: 'By the names in the manifest. Koma has checked all of them against it before the code is called.',
    names: [
      'OperationInputs',
      'InputValue',
      'ImageInput',
      'ImageOrigin',
      'MaskInput',
      'HintsInput',
      'Hint',
      'StrokesInput',
      'Stroke',
      'PaletteInput',
      'ParamValues',
      'ParamValue',
    ],
  },
  {
    title: 'Outputs',
    text: 'By the names in the manifest. Koma checks them before they come near the document; a result of the wrong size or kind is refused as a whole.',
    names: [
      'OperationOutputs',
      'OutputValue',
      'LayersOutput',
      'OutputLayer',
      'MaskOutput',
      'MasksOutput',
      'TextOutput',
      'PaletteOutput',
      'FileOutput',
    ],
  },
  {
    title: 'Exporters',
    text: 'Turn the whole document into a file.',
    names: ['ExportDocument', 'ExportLayer'],
  },
  {
    title: 'Models',
    text: 'ONNX models of the package run in Koma, on the graphics card where there is one. The plugin hands tensors in and gets tensors out.',
    names: ['Session', 'Tensor', 'ModelSource', 'ModelSessionOptions', 'BackendReport', 'BackendName'],
  },
  {
    title: 'Interactive operations',
    text: 'For `"interactive": true`: an operation that answers while the person draws.',
    names: [
      'InteractiveOperation',
      'InteractiveSession',
      'SessionContext',
      'CommitContext',
      'SessionUpdate',
      'LabelPatch',
      'BorderSegment',
    ],
  },
  {
    title: 'Generators',
    text: 'For `contributes.generators`: pictures from attributes. Koma draws the panel and asks the questions.',
    names: [
      'Generator',
      'GeneratorMethod',
      'RequiredGeneratorMethod',
      'GeneratorCalls',
      'GeneratorRequest',
      'GeneratorAnswer',
      'GeneratorContext',
      'GeneratorOptions',
      'OptionValue',
      'Wishes',
      'Wish',
      'DrawSvg',
    ],
  },
  {
    title: 'Texts',
    text: 'Every text that people see may be written in several languages; English is always there.',
    names: ['LocalizedText', 'Locale', 'localize'],
  },
  {
    title: 'Errors, chance and time',
    text: 'Throw a `KomaError` with a sentence that says what to do; anything else is shown as a fault of the plugin. Never catch a cancel and go on.',
    names: ['KomaError', 'KomaErrorCode', 'abortError', 'isAbortError', 'nextTask', 'seededRandom'],
  },
  {
    title: 'The manifest as a type',
    text: 'See [manifest.md](manifest.md) for what each field means.',
    names: ['PluginManifest', 'Permission'],
  },
];

/** The parts of the reference of `@koma/plugin-kit/harness`. */
export const HARNESS_SECTIONS: readonly ReferenceSection[] = [
  {
    title: 'Running a plugin headless',
    text: 'For tests: the plugin is packed and started in a sandbox in a thread of its own, and called through the same checked messages and under the same limits as in Koma.',
    names: [
      'openHeadless',
      'runHeadless',
      'HeadlessOptions',
      'HeadlessPlugin',
      'RecordedRequest',
      'RunOptions',
      'SandboxLimits',
      'memoryStorage',
    ],
  },
];
