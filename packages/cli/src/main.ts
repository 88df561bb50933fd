// Stands in until the verbs of the command line are here.
console.log(`sallyport 0.1.0 on Node ${process.versions.node}`);
