/** The API of the node, asked with the token of the person at the browser. */
package org.homeward.console.api;
