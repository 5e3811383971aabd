/** The bytes of photos and papers, sealed, each with the key of its upload. */
package org.homeward.intake.photos.bytes;
