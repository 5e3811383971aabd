/** Imports: a file of another system, what would become of its rows, and what it brought. */
package org.homeward.console.imports;
