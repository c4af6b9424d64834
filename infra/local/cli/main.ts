console.log('help', process.version, process.argv.slice(2));
