/** A child over episodes: read, linked with the same child of another case, told apart again. */
package org.homeward.console.children;
