/** How pages are made: words, the frame around each page, files for browsers. */
package org.homeward.console.pages;
