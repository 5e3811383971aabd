@NullMarked
package org.homeward.pictures.structure;

import org.jspecify.annotations.NullMarked;
