/** PDFs from strangers: searched for what acts by itself, and never shown here. */
@NullMarked
package org.homeward.pictures.papers;

import org.jspecify.annotations.NullMarked;
