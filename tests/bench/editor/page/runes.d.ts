/** The types of the editor's messages come from a Svelte module; its runes are known by these. */
import 'svelte';
