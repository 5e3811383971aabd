/** How request bodies are read. */
package org.homeward.frame.web;
